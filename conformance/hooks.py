"""What schemathesis cannot know of the documents: what an image is, and what each model takes (`x-models`).

Loaded by schemathesis.toml. Requests that are meant to be wrong are left as they are."""

import base64
import re
import struct
import zlib

import control
import jsonschema_rs
import schemathesis
from hypothesis import strategies


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(side):
    """A square with transparency, which every model takes, as small as Venice allows."""
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    rows = (b"\0" + b"\x80\xa0\xc0\x80" * side) * side
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


IMAGE = png(256)
schemathesis.openapi.format("image", strategies.just(base64.b64encode(IMAGE).decode()))
schemathesis.openapi.format("binary", strategies.just(IMAGE))


def limits(schema, body):
    """What the model that the body names takes; None where it is not one of `x-models`."""
    models = schema.get("x-models")
    if not models:
        return {}
    name = body.get("model", body.get("modelId"))
    if name is None:
        name = schema["properties"]["model"].get("default")
    if name is None:
        return {}
    for pattern, fields in models.items():
        if name == pattern or (pattern.startswith("^") and re.search(pattern, name)):
            return fields
    return None


def fitted(schema, body):
    """The body as the model that it names takes it."""
    fields = limits(schema, body)
    if fields is None:
        body = {key: value for key, value in body.items() if key not in ("model", "modelId")}
        fields = limits(schema, body)
    for name, narrower in (fields or {}).items():
        if name not in body:
            continue
        value = body[name]
        if narrower is False or ("enum" in narrower and value not in narrower["enum"]):
            body = {key: value for key, value in body.items() if key != name}
        elif "maxLength" in narrower:
            body = {**body, name: value[: narrower["maxLength"] // 2]}
    return bounded(single(schema, {name: written(schema, name, value) for name, value in body.items()}))


def written(schema, name, value):
    """A file as base64 where a text would do as well: the tool sends it as a text part, in which no bytes can stand."""
    is_text = type(value).__name__ == "Binary" and "anyOf" in schema["properties"].get(name, {})
    return base64.b64encode(value.data).decode() if is_text else value


def single(schema, body):
    """The body without what no schema can say of names of its own: a list would be several parts of one name in a form, and the tool does not
    quote backslashes, so that a name that ends in one has no end."""
    return {
        name: value for name, value in body.items() if name in schema["properties"] or not (isinstance(value, list) or "\\" in name)
    }


def bounded(body):
    """The body with a size that is drawn: the area is bounded, which no schema can say."""
    size = body.get("size")
    sides = [int(side) for side in size.split("x")] if isinstance(size, str) and "x" in size else [0]
    return {**body, "size": "auto"} if max(sides) > 2048 else body


def worded(schema, name, value):
    """A wrong value of a form that stays wrong on the wire: a null is an empty text there, and DGrid takes that for a field that was not sent."""
    is_empty = value is None or (type(value) is str and value == "")
    return "null" if is_empty and "minLength" not in schema.get("properties", {}).get(name, {}) else value


def is_right(schema, body):
    """Whether a form that is meant to be wrong is right: a number is a text there, and files are beyond the tool's own judgement."""
    if any(name not in body for name in schema.get("required", [])):
        return False
    properties = schema["properties"]
    values = {name: value for name, value in body.items() if type(value).__name__ != "Binary"}
    return all(
        jsonschema_rs.is_valid(properties.get(name, {}), value) or jsonschema_rs.is_valid(properties.get(name, {}), str(value))
        for name, value in values.items()
    )


def broken(schema, media_type, body):
    """A form that is meant to be wrong, and is."""
    if media_type != "multipart/form-data":
        return body
    body = {name: worded(schema, name, value) for name, value in body.items()}
    return {name: value for name, value in body.items() if name != "prompt"} if is_right(schema, body) else body


@schemathesis.hook
def before_call(context, case, kwargs):
    mode = case.meta.generation.mode if case.meta else None
    if mode is None or not isinstance(case.body, dict):
        return
    if mode.is_positive:
        control.fit(case)
    content = case.operation.definition.raw["requestBody"]["content"]
    schema = content[case.media_type]["schema"]
    if "properties" not in schema:
        # Another's document: nothing is known of it.
        return
    body = fitted(schema, case.body) if mode.is_positive else broken(schema, case.media_type, case.body)
    if body != case.body:
        case.body = body
        # What a request is meant to be stays: judged anew it would count as wrong for the files in it.
        case._sync_validated_hashes()
        case._meta._dirty.clear()
