{{/* One name for each set of applications, as short as names of jobs must be. */}}
{{- define "fleet-deletion.name" -}}
{{- printf "delete-%s" (join "," .Values.applications | sha256sum | trunc 16) -}}
{{- end -}}

{{/* What each container may have, and may not. */}}
{{- define "fleet-deletion.container" -}}
resources:
  requests:
    cpu: '{{ .Values.resources.cpu }}'
    memory: '{{ .Values.resources.memory }}'
  limits:
    memory: '{{ .Values.resources.memoryLimit }}'
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
volumeMounts:
  - name: tmp
    mountPath: /tmp
{{- end -}}
