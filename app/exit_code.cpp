#include "app/exit_code.h"
