{{- define "cluster-secret.name" -}}
{{- printf "%s-%s-%s" .Values.clusterName .Values.accountId .Values.region -}}
{{- end -}}

{{/* By these ApplicationSets choose clusters. */}}
{{- define "cluster-secret.labels" -}}
argocd.argoproj.io/secret-type: cluster
fleet_member: spoke
environment: '{{ .Values.environment }}'
aws_account_id: '{{ .Values.accountId }}'
aws_region: '{{ .Values.region }}'
aws_cluster_name: '{{ .Values.clusterName }}'
{{- if .Values.tenant }}
tenant: '{{ .Values.tenant }}'
{{- end }}
{{- range $addon, $enabled := .Values.addons }}
'enable_{{ $addon }}': '{{ $enabled }}'
{{- end }}
{{- range $label, $value := .Values.labels }}
'{{ $label }}': '{{ $value }}'
{{- end }}
{{- end -}}

{{/* From these their templates take values. */}}
{{- define "cluster-secret.annotations" -}}
aws_account_id: '{{ .Values.accountId }}'
aws_region: '{{ .Values.region }}'
aws_cluster_name: '{{ .Values.clusterName }}'
{{- range $annotation, $value := .Values.annotations }}
'{{ $annotation }}': '{{ $value }}'
{{- end }}
{{- end -}}
