# Whether what is about to be synced may be synced to this cluster.
set -eu

minor="$(kubectl version -o json | sed -n '/"serverVersion"/,$s/.*"minor": "\([0-9]*\).*/\1/p' | head -n 1)"
if [ "$minor" -lt "${FROM#1.}" ] || { [ -n "$TO" ] && [ "$minor" -gt "${TO#1.}" ]; }; then
  echo "This cluster has Kubernetes 1.$minor; $RELEASE is for $FROM to ${TO:-any later}." >&2
  exit 1
fi

# Conditions of a node are True, False or Unknown.
ready="$(kubectl get nodes -o 'jsonpath={range .items[*]}{.status.conditions[?(@.type=="Ready")].status}{"\n"}{end}')"
bad="$(printf '%s\n' "$ready" | grep -c -v -e '^True$' -e '^$' || true)"
if [ "$bad" -gt "$NODES_NOT_READY" ]; then
  echo "$bad nodes are not ready; at most $NODES_NOT_READY may be." >&2
  exit 1
fi
echo "Kubernetes 1.$minor, $bad nodes not ready: may be synced."
