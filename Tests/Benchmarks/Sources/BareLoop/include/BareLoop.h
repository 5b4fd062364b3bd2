#ifndef ENTITYWIRE_BARE_LOOP_H
#define ENTITYWIRE_BARE_LOOP_H

#include <stddef.h>

// A client and a server that call libzmq and do nothing else. Each runs on the calling thread until its messages have
// passed; a failing call ends the process.

typedef struct bare_server bare_server;

// Binds a ROUTER to a port that the system picks.
bare_server *bare_server_open(char *endpoint, size_t capacity);

// Takes `count` messages; sends each back where `echoes`, else only the last.
void bare_server_run(bare_server *server, long count, int echoes);

void bare_server_close(bare_server *server);

// Sends `count` messages of `size` bytes from a DEALER. With a window it waits for an answer whenever so many are
// unanswered; with none only for the answer to the last. Returns the seconds from the first message to the last answer.
// With a server key, of 32 bytes, it connects by CURVE under a key made for it.
double bare_client_run(
    const char *endpoint, long count, long window, size_t size, const unsigned char *server_key);

#endif
