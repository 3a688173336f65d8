#include "CFixtures.h"

// One line for each file of fixtures/images, sorted by name; a test compares this list with the folder.
static const unsigned char lighthouse_png[] = {
#embed "../../fixtures/images/lighthouse.png"
};

static const struct fixture_file files[] = {
    {"lighthouse.png", lighthouse_png, sizeof lighthouse_png},
};

struct fixture_file fixture_file_at(size_t index) {
  struct fixture_file none = {0};
  return index < sizeof files / sizeof *files ? files[index] : none;
}
