#include "CFixtures.h"

// One line for each file of scenarios/, sorted by name; a test compares the list with the folder. Each text ends with a zero.
static const char texts[] = {
#embed "../../scenarios/rate-limited-then-ok.yaml" suffix(, 0, )
#embed "../../scenarios/server-error-once.yaml" suffix(, 0, )
#embed "../../scenarios/slow-edit.yaml" suffix(, 0, )
    0};

const char *scenario_texts(void) { return texts; }

size_t scenario_texts_size(void) { return sizeof texts; }
