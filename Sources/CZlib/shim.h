#ifndef ENTITYWIRE_CZLIB_SHIM_H
#define ENTITYWIRE_CZLIB_SHIM_H

#include <zlib.h>

#endif
