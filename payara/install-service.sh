#!/bin/sh
# Installs the built Courtside as a service of systemd, or puts a newer version in its place. Running it again changes nothing
# but the version. Usage: install-service.sh [--dry-run]
#
#   /opt/courtside/releases/<time>   the program; the last three stay, because a recorder may still run from an older one
#   /opt/courtside/current           the version in use             /opt/courtside/bin/courtside   its commands
#   /etc/courtside/courtside.env     settings of this machine       /var/lib/courtside/data        the data folder
#
# An upgrade loses no recording: the engine goes on while the web application is exchanged.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=${COURTSIDE_INSTALL_ROOT:-}
prefix=$root/opt/courtside
unit=$root/etc/systemd/system/courtside.service
settings=$root/etc/courtside/courtside.env
dry=

fail() {
  echo "install-service: $1" >&2
  exit "${2:-1}"
}

case ${1:-} in
  --dry-run) dry=yes ;;
  --help | -h)
    sed -n '2,9s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
  '') ;;
  *) fail "there is no option '$1'; there is --dry-run" 2 ;;
esac

# Of the repository (payara/ beside target/) or of the built folder (target/courtside/payara/).
if [ -f "$here/../ROOT.war" ]; then
  built=$(CDPATH='' cd -- "$here/.." && pwd)
else
  built=$here/../target/courtside
  [ -f "$built/ROOT.war" ] || fail "Courtside is not built yet; ./courtside run or mvn package builds it."
  built=$(CDPATH='' cd -- "$built" && pwd)
fi

say() {
  if [ -n "$dry" ]; then echo "would $1"; else echo "$1"; fi
}

run() {
  if [ -n "$dry" ]; then echo "  $*"; else "$@"; fi
}

write() { # FILE MODE, content from standard input
  if [ -n "$dry" ]; then
    echo "  write $1"
    cat >/dev/null
  else
    cat >"$1.new"
    chmod "$2" "$1.new"
    mv "$1.new" "$1"
  fi
}

systemd_runs() { [ -z "$root" ] && [ -d /run/systemd/system ]; }

[ -n "$dry" ] || [ -n "$root" ] || [ "$(id -u)" = 0 ] || fail "it has to be root; --dry-run shows what it would do."
command -v java >/dev/null 2>&1 || fail "Java is missing (Debian: apt-get install openjdk-17-jre-headless)."
java=$(readlink -f "$(command -v java)")

if [ -z "$root" ] && ! id courtside >/dev/null 2>&1; then
  say "make the user courtside"
  run useradd --system --home-dir /var/lib/courtside --no-create-home --shell /usr/sbin/nologin courtside
fi

release=$prefix/releases/$(date -u +%Y%m%d-%H%M%S)
if [ -e "$prefix/current/ROOT.war" ] && diff -rq "$built" "$prefix/current" >/dev/null 2>&1; then
  echo "this version is installed already"
  release=
else
  say "copy $built to $release"
  run mkdir -p "$prefix/releases" "$prefix/bin"
  run cp -R "$built" "$release"
fi

say "write the command, the unit and, if there are none, the settings"
run mkdir -p "$prefix/bin" "$root/etc/systemd/system" "$root/etc/courtside"
write "$prefix/bin/courtside" 755 <<END
#!/bin/sh
# Courtside's commands for the installed version: as its user, with the settings of the service.
set -eu
if [ "\$(id -u)" = 0 ]; then exec runuser -u courtside -- "\$0" "\$@"; fi
if [ -r /etc/courtside/courtside.env ]; then
  set -a
  . /etc/courtside/courtside.env
  set +a
fi
export COURTSIDE_DATA="\${COURTSIDE_DATA:-/var/lib/courtside/data}"
home=\$(readlink -f /opt/courtside/current)
exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m "-Dcourtside.home=\$home" -cp "\$home/engine/*" club.courtside.cli.Main "\$@"
END
write "$unit" 644 <"$here/courtside.service"
if [ -z "$dry$root" ] && command -v systemd-analyze >/dev/null 2>&1; then
  systemd-analyze verify "$unit" || fail "systemd does not accept $unit."
fi
if [ ! -e "$settings" ]; then
  write "$settings" 640 <<'END'
# Settings of Courtside, one NAME=value a line, with quotes where there are spaces; README.md lists them all.
COURTSIDE_DEMO=false
#COURTSIDE_PUBLIC_URL=https://padel.example
END
  [ -n "$root" ] || run chgrp courtside "$settings"
fi

was_running=
if [ -n "$release" ]; then
  if systemd_runs && systemctl is-active --quiet courtside; then
    was_running=yes
    say "stop the older version; what records goes on"
    run "$prefix/bin/courtside" stop --keep-recording
  fi
  run ln -sfn "$release" "$prefix/current.new"
  run mv -T "$prefix/current.new" "$prefix/current"
  if [ -z "$dry" ]; then
    find "$prefix/releases" -mindepth 1 -maxdepth 1 -type d | sort | head -n -3 | while read -r old; do rm -rf "$old"; done
  fi
fi

if systemd_runs; then
  run systemctl daemon-reload
  run systemctl enable --quiet courtside
  if [ -n "$was_running" ] || ! systemctl is-active --quiet courtside; then run systemctl start courtside; fi
fi
[ -n "$dry" ] || echo "Installed in $prefix. systemctl status courtside says how it is; journalctl -u courtside what it prints."
