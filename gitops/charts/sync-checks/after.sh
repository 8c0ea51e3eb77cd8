# Whether what was synced runs.
set -eu

for kind in deployment daemonset statefulset; do
  for workload in $(kubectl get "$kind" -n "$NAMESPACE" -l "app.kubernetes.io/instance=$RELEASE" -o name); do
    kubectl rollout status "$workload" -n "$NAMESPACE" --timeout="${TIMEOUT_MINUTES}m"
  done
done

# An API that the release brought and nobody answers for breaks every client of
# the cluster.
broken="$(kubectl get apiservices -o 'jsonpath={range .items[*]}{.metadata.name} {.status.conditions[?(@.type=="Available")].status}{"\n"}{end}' | grep ' False$' || true)"
if [ -n "$broken" ]; then
  echo "These APIs have nobody who answers: $broken" >&2
  exit 1
fi
echo "$RELEASE runs."
