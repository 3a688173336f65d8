// Hand-written C: the loops that the mock spends its time in (base64, fingerprints, rows of pixels), and what Swift's Glibc leaves out.
#include "base64.h"
#include "fingerprint.h"
#include "pixels.h"
#include "system.h"
