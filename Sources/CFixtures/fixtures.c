#include "CFixtures.h"

// One block and one line for each file of fixtures/images, sorted by name; a test compares both with the folder.
static const unsigned char cutout_png[] = {
#embed "../../fixtures/images/cutout.png"
};

static const unsigned char lighthouse_png[] = {
#embed "../../fixtures/images/lighthouse.png"
};

static const unsigned char mask_png[] = {
#embed "../../fixtures/images/mask.png"
};

static const unsigned char phone_heic[] = {
#embed "../../fixtures/images/phone.heic"
};

static const unsigned char photo_avif[] = {
#embed "../../fixtures/images/photo.avif"
};

static const unsigned char photo_jpg[] = {
#embed "../../fixtures/images/photo.jpg"
};

static const unsigned char photo_webp[] = {
#embed "../../fixtures/images/photo.webp"
};

static const unsigned char small_256_png[] = {
#embed "../../fixtures/images/small-256.png"
};

static const unsigned char square_png[] = {
#embed "../../fixtures/images/square.png"
};

static const struct fixture_file files[] = {
    {"cutout.png", cutout_png, sizeof cutout_png},
    {"lighthouse.png", lighthouse_png, sizeof lighthouse_png},
    {"mask.png", mask_png, sizeof mask_png},
    {"phone.heic", phone_heic, sizeof phone_heic},
    {"photo.avif", photo_avif, sizeof photo_avif},
    {"photo.jpg", photo_jpg, sizeof photo_jpg},
    {"photo.webp", photo_webp, sizeof photo_webp},
    {"small-256.png", small_256_png, sizeof small_256_png},
    {"square.png", square_png, sizeof square_png},
};

struct fixture_file fixture_file_at(size_t index) {
  struct fixture_file none = {0};
  return index < sizeof files / sizeof *files ? files[index] : none;
}
