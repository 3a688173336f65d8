"""Run by uvicorn; ANSWERS names the folder."""

import os
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, File, Form, Response
from pydantic import Base64Bytes, BaseModel, Field


class Edit(BaseModel):
    prompt: str = Field(min_length=1, max_length=32768)
    image: Base64Bytes


app = FastAPI()
answers = {path.name: path.read_bytes() for path in Path(os.environ["ANSWERS"]).iterdir()}


@app.post("/json/{name}")
async def edit_json(name: str, edit: Edit):
    return Response(answers[name], media_type="image/png")


@app.post("/form/{name}")
async def edit_form(name: str, prompt: Annotated[str, Form()], image: Annotated[bytes, File()]):
    return Response(answers[name], media_type="image/png")
