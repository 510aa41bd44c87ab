#!/bin/sh
# Makes a new plugin that compiles and passes the contract of its kind:  plugins/new-plugin.sh <kind> <vendor>
set -eu

usage() {
    echo "usage: $0 payment|sms|whatsapp|mail|network <vendor>   (vendor: lower-case letters and digits, for example paystack)" >&2
    exit 2
}

[ $# -eq 2 ] || usage
kind=$1
vendor=$2
case $kind in payment|sms|whatsapp|mail|network) ;; *) usage ;; esac
printf '%s\n' "$vendor" | grep -Eqx '[a-z][a-z0-9]{1,30}' || usage

plugins=$(cd "$(dirname "$0")" && pwd)
prefix=$kind
[ "$kind" = network ] && prefix=router
folder=$prefix-$vendor
target=$plugins/$folder
[ ! -e "$target" ] || { echo "$target is there already" >&2; exit 1; }
grep -q '<modules>' "$plugins/pom.xml" || { echo "no <modules> in $plugins/pom.xml" >&2; exit 1; }

Vendor=$(printf '%s' "$vendor" | cut -c1 | tr '[:lower:]' '[:upper:]')$(printf '%s' "$vendor" | cut -c2-)
package=io/mtandao/plugin/$vendor/internal

# $1: a file of the skeleton, $2: where it goes; the vendor of the skeleton is called Acme
fill() {
    mkdir -p "$(dirname "$2")"
    sed -e "s/KIND-acme/$folder/g" -e "s/Acme/$Vendor/g" -e "s/acme/$vendor/g" "$1" > "$2"
}

for source in common "$kind"; do
    from=$plugins/skeleton/$source
    for part in main test; do
        for file in "$from/src/$part/java"/*.java; do
            [ -e "$file" ] || continue
            fill "$file" "$target/src/$part/java/$package/$(basename "$file" | sed "s/Acme/$Vendor/")"
        done
    done
done
for file in "$plugins/skeleton/common/src/main/resources/OSGI-INF/l10n"/*; do
    fill "$file" "$target/src/main/resources/OSGI-INF/l10n/$(basename "$file" | sed "s/acme/$vendor/")"
done
fill "$plugins/skeleton/common/pom.xml" "$target/pom.xml"
fill "$plugins/skeleton/common/README.md" "$target/README.md"
sed -i "s#<modules>#&\n    <module>$folder</module>#" "$plugins/pom.xml"

cat <<END
Made plugins/$folder and added it to plugins/pom.xml. It speaks to a made-up vendor; now:
  1. mvn -pl plugins/$folder verify                      green from the start, and always again
  2. ${Vendor}Client, ${Vendor}Settings, ${Vendor}Operator     what the vendor really speaks, and what an ISP must enter
  3. src/main/resources/OSGI-INF/l10n                    the texts of the form, in English and Swahili
  4. a test for each answer of the vendor: good, refused, malformed, late; the contract of the kind is there already
  5. README.md, and the bundle in features/src/main/feature/features.xml when it shall ship with the platform
END
