internal import FixtureDrawings
internal import Glibc
internal import ImageCodecs
internal import SystemCalls

/// Draws all images into a folder that exists.
func draw(into folder: String) throws {
  for drawing in FixtureDrawing.all {
    try writeFile(ImageEncoder.encode(drawing.raster(), as: drawing.format), "\(folder)/\(drawing.name)")
  }
}

func fail(_ message: String, code: Int32) -> Never {
  try? writeAll(Array("draw-fixtures: \(message)\n".utf8), to: STDERR_FILENO, named: "standard error")
  exit(code)
}

guard CommandLine.arguments.count <= 2 else { fail("it takes one argument, the folder to draw into", code: EX_USAGE) }
do {
  try draw(into: CommandLine.arguments.dropFirst().first ?? "fixtures/images")
} catch {
  fail("\(error)", code: EXIT_FAILURE)
}
