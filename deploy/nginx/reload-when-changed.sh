#!/bin/sh
# Reloads nginx when a node has another address than before, as nginx looks names up only when it starts, or when a
# certificate was renewed. Nobody is cut off by that. It is started by the process that becomes nginx, as the image's
# entrypoint does, returns at once, and goes on in the background until nginx ends. Its arguments are passed to nginx.
set -u

NODES=${NODES:-node1 node2 node3}
CERTIFICATES=${CERTIFICATES:-/etc/nginx/certs}
INTERVAL=${INTERVAL:-10}
proxy=$PPID

state() {
  for node in $NODES; do getent ahostsv4 "$node"; done | sort -u
  cksum "$CERTIFICATES"/*.crt "$CERTIFICATES"/*.key 2>/dev/null
}

# A certificate whose key is not there yet, or a node without an address, fails the test; it is tried again.
watch() {
  while sleep "$INTERVAL" && kill -0 "$proxy" 2>/dev/null; do
    now=$(state)
    if [ "$now" != "$last" ] && nginx "$@" -t -q 2>/dev/null; then
      nginx "$@" -s reload && last=$now
    fi
  done
}

# Taken before nginx reads them: what changes from now on is noticed.
last=$(state)
watch "$@" &
