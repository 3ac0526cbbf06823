#!/usr/bin/env bash
# Makes the program's own database user and its database. That user owns the database and is no administrator of the server.
# PostgreSQL's image runs this once, when it makes a new server; anywhere else with psql's own variables (PGHOST, PGUSER …).
set -euo pipefail

psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-${PGUSER:-postgres}}" --dbname=postgres \
  --set=role="${ROLE:-stretch}" --set=secret="${ROLE_PASSWORD:?}" <<'SQL'
CREATE ROLE :"role" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'secret';
CREATE DATABASE :"role" OWNER :"role" ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE :"role" FROM PUBLIC;
SQL
