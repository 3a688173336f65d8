// Hand-written C for the loops that the mock spends its time in: base64, fingerprints, rows of pixels.
#include "base64.h"
#include "fingerprint.h"
#include "pixels.h"
