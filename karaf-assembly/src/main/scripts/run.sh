#!/bin/bash
# What "mvn -Prun" starts: unpacks the distribution into a folder that stays (data and secrets outlive the next build), starts Karaf in the
# foreground and says when it is ready.
#   run.sh ARCHIVE FOLDER
# Environment: DB (derby or postgres) with DB_URL, DB_OWNER_USER, DB_OWNER_PASSWORD, DB_APP_USER, DB_APP_PASSWORD writes etc/io.mtandao.database.cfg;
# DEMO is the folder with the demo's feature file and bundles.
set -euo pipefail
archive=$1 folder=$2 demo=${DEMO:-}

# who reads our output may be gone before us
trap '' PIPE
say() { echo "mtandao: $*" || true; } 2>/dev/null
setting() { sed -n "s/^ *$2 *= *//p" "$folder/etc/$1.cfg" | tail -1; }

# A new build, with or without the demo, replaces the program. Kept are the data, what was dropped into deploy/, the users, our own settings, and every
# file of etc/ that the distribution does not bring (generated keys). The bundle cache must go: a SNAPSHOT keeps its version, so Karaf would run the old one.
refresh() {
    local sum new="$folder.new" file
    sum=$({ cat "$archive" && [ -z "$demo" ] || find "$demo" -type f -print0 | sort -z | xargs -0 cat; } | sha256sum)
    [ "$(cat "$folder/.archive" 2>/dev/null)" = "$sum" ] && return
    say "unpacking into $folder"
    rm -rf "$new" && mkdir -p "$new"
    tar xzf "$archive" -C "$new" --strip-components=1
    if [ -d "$folder/data" ]; then
        rm -rf "$new/data" && mv "$folder/data" "$new/data"
        rm -rf "$new"/data/{cache,tmp,generated-bundles}
        cp -a "$folder/deploy/." "$new/deploy/"
        rm -f "$new/deploy/mtandao-demo.xml"
        for file in "$folder"/etc/*; do
            case ${file##*/} in
            users.properties | io.mtandao.*) cp -a "$file" "$new/etc/" ;;
            *) [ -e "$new/etc/${file##*/}" ] || cp -a "$file" "$new/etc/" ;;
            esac
        done
    fi
    echo "$sum" >"$new/.archive"
    echo '*' >"$new/.gitignore"
    rm -rf "$folder" && mv "$new" "$folder"
}

choose_database() {
    local cfg="$folder/etc/io.mtandao.database.cfg"
    case ${DB:-} in
    '') return ;;
    derby) printf 'kind = derby\npoolSize = 20\n' ;;
    postgres*)
        printf 'kind = postgresql\nurl = %s\nownerUser = %s\nownerPassword = %s\nappUser = %s\nappPassword = %s\npoolSize = 20\n' \
            "${DB_URL:-jdbc:postgresql://127.0.0.1:5432/mtandao?reWriteBatchedInserts=true}" \
            "${DB_OWNER_USER:-mtandao_owner}" "${DB_OWNER_PASSWORD:-}" "${DB_APP_USER:-mtandao_app}" "${DB_APP_PASSWORD:-}"
        ;;
    *) say "unknown -Ddb=$DB: derby or postgres" >&2 && exit 2 ;;
    esac >"$cfg.new"
    chmod 600 "$cfg.new" && mv "$cfg.new" "$cfg"
}

# The demo comes from a repository of its own, as one more feature that Karaf installs with all others when it starts without a cache. (Through deploy/ it
# would come later, and Karaf would wire half of the platform anew.)
choose_demo() {
    local cfg="$folder/etc/org.apache.karaf.features.cfg" file
    [ -n "$demo" ] && ! grep -q mtandao-demo "$cfg" || return 0
    cp -a "$demo/." "$folder/system/"
    file=$(cd "$demo" && echo io/mtandao/mtandao-features/*/*-demo.xml)
    sed -i -e "s#^featuresRepositories = #&mvn:io.mtandao/mtandao-features/$(basename "$(dirname "$file")")/xml/demo, #" -e 's/^featuresBoot = /&mtandao-demo, /' "$cfg"
}

# /dev/tcp, because a fresh machine has no curl
answers() {
    local status
    exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
    printf 'GET /health HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
    read -r -t 5 _ status _ <&3 || status=
    exec 3>&-
    [ "$status" = 200 ]
}

announce() {
    local started=$SECONDS
    until answers 2>/dev/null; do
        kill -0 "$karaf" 2>/dev/null || return
        [ $((SECONDS - started)) -ne 120 ] || say "not ready after two minutes, see $folder/data/log/karaf.log"
        sleep 0.3
    done
    echo
    echo "Mtandao is ready: http://127.0.0.1:$port/ui"
    # while there is no operator, the log of each start has the link that makes the first one
    tail -n "+$((lines + 1))" "$log" | sed -n 's/.*| \(Create the operator account: .*\)/\1/p' | tail -1
    echo
}

refresh
choose_database
choose_demo
port=$(setting org.ops4j.pax.web org.osgi.service.http.port)
if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
    say "port $port is taken: is Mtandao running already?" >&2
    exit 1
fi

# "server": without a console, which would end the platform when the standard input is closed. KARAF_EXEC makes the script become the JVM, so that
# its process id is known. A shell starts background jobs deaf to Ctrl-C: so that is caught here, handed on as TERM, and waited for.
log="$folder/data/log/karaf.log"
lines=0
[ ! -f "$log" ] || lines=$(wc -l <"$log")
say "starting (Ctrl-C stops it)"
KARAF_EXEC=exec "$folder/bin/karaf" server </dev/null &
karaf=$!
trap 'say "stopping"; kill -TERM "$karaf" 2>/dev/null || true' TERM INT HUP
announce &
# a Maven that is killed, rather than interrupted from the terminal, takes nobody with it
(while kill -0 "$PPID" 2>/dev/null; do sleep 1; done; kill -TERM "$karaf" 2>/dev/null) &
code=0
while kill -0 "$karaf" 2>/dev/null; do wait "$karaf" && code=0 || code=$?; done
kill $(jobs -p) 2>/dev/null || true
say "stopped"
# 143: ended by a signal, as asked
case $code in 130 | 143) code=0 ;; esac
exit "$code"
