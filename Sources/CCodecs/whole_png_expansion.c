#include <string.h>

#include "whole_png.h"

/* Indices beyond the palette are black and opaque, as in libpng. */
static void tabulate_palette(png_expansion *expansion, const png_parts *parts) {
  for (size_t i = 0; i < 256; i++) {
    uint8_t *entry = expansion->table[i];
    if (i < parts->palette_length / 3) memcpy(entry, parts->palette + i * 3, 3);
    entry[3] = i < parts->transparency_length ? parts->transparency[i] : 255;
  }
}

static void tabulate_greys(png_expansion *expansion, const png_parts *parts) {
  for (size_t i = 0; i < 256; i++) {
    memset(expansion->table[i], (int)i, 3);
    expansion->table[i][3] = parts->transparency && i == parts->transparency[1] ? 0 : 255;
  }
}

/* A key has 16 bits a sample; one that no sample of 8 bits can equal is a matter for libpng. */
static bool has_small_key(const png_parts *parts) {
  for (size_t i = 0; i < parts->transparency_length; i += 2)
    if (parts->transparency[i] != 0) return false;
  return true;
}

bool whole_png_plan_expansion(png_expansion *expansion, const png_parts *parts) {
  *expansion = (png_expansion){.kind = png_as_stored, .channels = parts->transparency || (parts->color_type & 4) ? 4 : 3};
  if (parts->color_type == 3) {
    expansion->kind = png_through_table;
    tabulate_palette(expansion, parts);
    return true;
  }
  if (!has_small_key(parts)) return false;
  if (parts->color_type == 0) {
    expansion->kind = png_through_table;
    tabulate_greys(expansion, parts);
  } else if (parts->color_type == 4) {
    expansion->kind = png_grey_alpha;
  } else if (parts->transparency) {
    expansion->kind = png_colour_key;
    for (size_t i = 0; i < 3; i++) expansion->key[i] = parts->transparency[i * 2 + 1];
  }
  return true;
}

/* Always four bytes; the fourth of an RGB pixel is overwritten by the next one. */
static void look_up(const png_expansion *expansion, uint8_t *row, const uint8_t *stored, uint32_t width) {
  size_t channels = expansion->channels;
  for (size_t x = 0; x < width; x++) memcpy(row + x * channels, expansion->table[stored[x]], 4);
}

static void spread_grey(uint8_t *row, const uint8_t *stored, uint32_t width) {
  for (size_t x = 0; x < width; x++) {
    memset(row + x * 4, stored[x * 2], 3);
    row[x * 4 + 3] = stored[x * 2 + 1];
  }
}

static void add_alpha(const png_expansion *expansion, uint8_t *row, const uint8_t *stored, uint32_t width) {
  for (size_t x = 0; x < width; x++) {
    memcpy(row + x * 4, stored + x * 3, 3);
    row[x * 4 + 3] = memcmp(stored + x * 3, expansion->key, 3) == 0 ? 0 : 255;
  }
}

void whole_png_expand(const png_expansion *expansion, uint8_t *row, const uint8_t *stored, uint32_t width) {
  if (expansion->kind == png_through_table)
    look_up(expansion, row, stored, width);
  else if (expansion->kind == png_grey_alpha)
    spread_grey(row, stored, width);
  else
    add_alpha(expansion, row, stored, width);
}
