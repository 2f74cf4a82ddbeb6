# Sourced by run, test, bench and the like: finds a JDK that is new enough, and Maven. Sets `jdk`.

needed_java=25

# How Spillway's own process runs, and what measures it as a whole. The serial collector stops for
# up to half a second with ten thousand servers; this one for a frame or two. Compiling ten times
# later leaves the cores to a start, most of whose code runs a few times and never again.
# shellcheck disable=SC2034
jvm=(-XX:+UseG1GC -XX:MaxGCPauseMillis=20 -XX:G1HeapRegionSize=8m -Xmx2g
  -XX:CompileThresholdScaling=10)

# The major version of the JDK at $1; nothing if there is none.
java_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
}

# Candidate homes, most wanted first, one a line.
java_homes() {
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  local javac
  if javac=$(command -v javac) && javac=$(readlink -f "$javac" 2>/dev/null); then
    dirname "$(dirname "$javac")"
  fi
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$needed_java+" 2>/dev/null || true
  fi
  local home
  for home in /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* /opt/*jdk* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ ! -d "$home" ] || printf '%s\n' "$home"
  done
}

# $1 is who asks, for the message.
find_jdk() {
  local home major
  while IFS= read -r home; do
    major=$(java_major "$home")
    if [ -n "$major" ] && [ "$major" -ge "$needed_java" ]; then
      jdk=$home
      return 0
    fi
  done < <(java_homes)
  echo "$1: no JDK $needed_java or newer was found: install one, or set JAVA_HOME to it" >&2
  exit 1
}

need_maven() {
  command -v mvn >/dev/null || {
    echo "$1: Maven was not found: install it (Debian: apt-get install maven)" >&2
    exit 1
  }
}

# Makes the manual's pages anew out of the docs of the sources at $1, in the folder $2.
make_manual() {
  rm -rf "$2"
  "$jdk/bin/java" -cp "$1/target/test-lib/*" "$1/src/test/java/io/spillway/manual/HtmlManual.java" \
    "$1" "$2"
}
