// usage: node node_app.js PORT FOLDER PROCESSES
const cluster = require("node:cluster");
const fs = require("node:fs");
const http = require("node:http");

const [port, folder, processes] = process.argv.slice(2);
const answers = Object.fromEntries(fs.readdirSync(folder).map((name) => [`/json/${name}`, fs.readFileSync(`${folder}/${name}`)]));

const edit = (request, text, response) => {
  const body = JSON.parse(text);
  const image = Buffer.from(body.image, "base64");
  const answer = body.prompt && image.length ? answers[request.url] : undefined;
  response.writeHead(answer ? 200 : 400, { "Content-Type": "image/png", "Content-Length": answer?.length ?? 0 }).end(answer);
};

const routes = {
  "/slow": (request, text, response) => setTimeout(() => response.end("{}"), 2000),
  "/reset": (request) => request.socket.resetAndDestroy(),
  "/refused": (request, text, response) => response.writeHead(429, { "Retry-After": "1" }).end('{"error":"Rate limit exceeded"}'),
};

const serve = () => http.createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => (routes[request.url] ?? edit)(request, Buffer.concat(chunks).toString("utf8"), response));
}).listen({ port: Number(port), host: "127.0.0.1", backlog: 16384 });

if (cluster.isPrimary) for (let index = 0; index < Number(processes); index++) cluster.fork();
else serve();
