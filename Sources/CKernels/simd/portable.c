// The portable variant: 16-byte vectors through the compiler, no assumption about the processor.
#include <math.h>
#include <stdlib.h>

#include "table.h"

#define VJ_BYTES 16
#define VJ_TABLE vj_table_portable
#define VJ_TABLE_ISA VJ_ISA_PORTABLE
#include "variant.inc.h"
