#ifndef IMAGE_EDIT_MOCK_FIXTURES_H
#define IMAGE_EDIT_MOCK_FIXTURES_H

#include <stddef.h>

/// A file of fixtures/images, as it was when the program was built.
struct fixture_file {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The file of that place in the order of names; all zero behind the last.
struct fixture_file fixture_file_at(size_t index);

/// The files of scenarios/, sorted by name; each one ends with a zero, and so does the whole.
const char *scenario_texts(void);

/// The bytes of them all.
size_t scenario_texts_size(void);

/// The names of the files of fixtures/rules, `RULE/FILE.json`, sorted; each one ends with a zero.
const char *rule_fixture_names(void);

/// The bytes of them all.
size_t rule_fixture_names_size(void);

/// The files themselves in the same order; each one ends with a zero.
const char *rule_fixture_texts(void);

/// The bytes of them all.
size_t rule_fixture_texts_size(void);

#endif
