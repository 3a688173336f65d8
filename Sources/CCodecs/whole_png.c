#include <stdlib.h>

#include "whole_png.h"

struct whole_png {
  png_parts parts;
  png_expansion expansion;
  uint8_t *raw;
  const uint8_t *next;
  /* The row being made, the one above it, and the expanded one: parts of one allocation. */
  uint8_t *rows;
  uint8_t *row;
  uint8_t *above;
  uint8_t *expanded;
};

static bool allocate_rows(whole_png *self) {
  size_t stored = self->parts.row_length + png_slack;
  size_t expanded = self->expansion.kind == png_as_stored ? 0 : (size_t)self->parts.width * self->expansion.channels + png_slack;
  /* calloc: above the first row all is zero. */
  self->rows = calloc(stored * 2 + expanded, 1);
  if (!self->rows) return false;
  self->row = self->rows;
  self->above = self->rows + stored;
  self->expanded = self->above + stored;
  return true;
}

static bool prepare(whole_png *self, codec_input input, uint64_t maximum_area) {
  if (!whole_png_find_parts(&self->parts, input, maximum_area) || !whole_png_plan_expansion(&self->expansion, &self->parts)) return false;
  self->raw = whole_png_inflate(&self->parts, input);
  self->next = self->raw;
  return self->raw && allocate_rows(self);
}

whole_png *whole_png_open(codec_input input, uint64_t maximum_area) {
  whole_png *self = calloc(1, sizeof *self);
  if (self && prepare(self, input, maximum_area)) return self;
  whole_png_close(self);
  return NULL;
}

codec_header whole_png_header(const whole_png *self) {
  return (codec_header){self->parts.width, self->parts.height, self->expansion.channels};
}

const uint8_t *whole_png_next_row(whole_png *self) {
  const png_parts *parts = &self->parts;
  uint8_t *row = self->above;
  self->above = self->row;
  self->row = row;
  whole_png_unfilter(row, self->above, self->next + 1, parts->row_length, parts->stride, self->next[0]);
  self->next += parts->row_length + 1;
  if (self->expansion.kind == png_as_stored) return row;
  whole_png_expand(&self->expansion, self->expanded, row, parts->width);
  return self->expanded;
}

void whole_png_close(whole_png *self) {
  if (!self) return;
  free(self->raw);
  free(self->rows);
  free(self);
}
