# Deletes the application named APPLICATION, and by Argo CD all it made that
# nothing guards any more. May run again at any point.
set -eu

get() { kubectl get applications.argoproj.io "$APPLICATION" --ignore-not-found -o "jsonpath=$1"; }

if [ -z "$(get '{.metadata.name}')" ]; then
  echo "There is no application $APPLICATION (any more)."
  exit 0
fi

if [ -z "$(get '{.metadata.deletionTimestamp}')" ]; then
  # The file that lets go of the guards has to have reached the objects, or they
  # stay. A hard refresh asks Git anew; Argo CD takes the annotation off when it
  # has compared.
  kubectl annotate applications.argoproj.io "$APPLICATION" argocd.argoproj.io/refresh=hard --overwrite
  until [ -z "$(get '{.metadata.annotations.argocd\.argoproj\.io/refresh}')" ]; do
    sleep 5
  done
  kubectl wait applications.argoproj.io "$APPLICATION" \
    --for=jsonpath='{.status.sync.status}'=Synced --timeout="${TIMEOUT_MINUTES}m"

  # From here on nothing brings back what goes.
  kubectl patch applications.argoproj.io "$APPLICATION" --type=merge --patch \
    '{"spec":{"syncPolicy":{"automated":null}},"metadata":{"finalizers":["resources-finalizer.argocd.argoproj.io"]}}'
  kubectl delete applications.argoproj.io "$APPLICATION" --wait=false
fi

kubectl wait applications.argoproj.io "$APPLICATION" --for=delete --timeout="${TIMEOUT_MINUTES}m"
