#include "BareLoop.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zmq.h>

struct bare_server {
    void *context;
    void *socket;
};

static void require(int succeeded, const char *call) {
    if (succeeded) return;
    fprintf(stderr, "%s: %s\n", call, zmq_strerror(zmq_errno()));
    exit(1);
}

static void receive(zmq_msg_t *message, void *socket) {
    int result;
    do result = zmq_msg_recv(message, socket, 0);
    while (result < 0 && zmq_errno() == EINTR);
    require(result >= 0, "zmq_msg_recv");
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

bare_server *bare_server_open(char *endpoint, size_t capacity) {
    bare_server *server = malloc(sizeof *server);
    require(server != NULL, "malloc");
    server->context = zmq_ctx_new();
    server->socket = zmq_socket(server->context, ZMQ_ROUTER);
    require(zmq_bind(server->socket, "tcp://127.0.0.1:*") == 0, "zmq_bind");
    require(zmq_getsockopt(server->socket, ZMQ_LAST_ENDPOINT, endpoint, &capacity) == 0, "zmq_getsockopt");
    return server;
}

void bare_server_run(bare_server *server, long count, int echoes) {
    zmq_msg_t peer, body;
    zmq_msg_init(&peer);
    zmq_msg_init(&body);
    for (long number = 1; number <= count; number++) {
        receive(&peer, server->socket);
        receive(&body, server->socket);
        if (!echoes && number < count) continue;
        require(zmq_msg_send(&peer, server->socket, ZMQ_SNDMORE) >= 0, "zmq_msg_send");
        require(zmq_msg_send(&body, server->socket, 0) >= 0, "zmq_msg_send");
    }
    zmq_msg_close(&peer);
    zmq_msg_close(&body);
}

void bare_server_close(bare_server *server) {
    zmq_close(server->socket);
    zmq_ctx_term(server->context);
    free(server);
}

static void secure(void *socket, const unsigned char *server_key) {
    char public_key[41], secret_key[41];
    require(zmq_curve_keypair(public_key, secret_key) == 0, "zmq_curve_keypair");
    require(zmq_setsockopt(socket, ZMQ_CURVE_SERVERKEY, server_key, 32) == 0, "ZMQ_CURVE_SERVERKEY");
    require(zmq_setsockopt(socket, ZMQ_CURVE_PUBLICKEY, public_key, 41) == 0, "ZMQ_CURVE_PUBLICKEY");
    require(zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, secret_key, 41) == 0, "ZMQ_CURVE_SECRETKEY");
}

double bare_client_run(
    const char *endpoint, long count, long window, size_t size, const unsigned char *server_key
) {
    void *context = zmq_ctx_new();
    void *socket = zmq_socket(context, ZMQ_DEALER);
    if (server_key != NULL) secure(socket, server_key);
    require(zmq_connect(socket, endpoint) == 0, "zmq_connect");
    char *payload = calloc(1, size);
    require(payload != NULL, "calloc");
    long answers = window > 0 ? count : 1;
    zmq_msg_t answer;
    zmq_msg_init(&answer);
    double start = now();
    for (long sent = 0, answered = 0; answered < answers;) {
        if (sent < count && (window == 0 || sent - answered < window)) {
            require(zmq_send(socket, payload, size, 0) >= 0, "zmq_send");
            sent++;
        } else {
            receive(&answer, socket);
            answered++;
        }
    }
    double seconds = now() - start;
    zmq_msg_close(&answer);
    zmq_close(socket);
    zmq_ctx_term(context);
    free(payload);
    return seconds;
}
