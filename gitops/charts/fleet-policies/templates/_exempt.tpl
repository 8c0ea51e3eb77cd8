{{/* A name with *, as a regular expression without anchors. */}}
{{- define "fleet-policies.glob" -}}
{{- regexQuoteMeta . | replace "\\*" ".*" -}}
{{- end -}}

{{/* What is left out: {namespaces, kind, name}, each optional, as regular expressions. */}}
{{- define "fleet-policies.entry" -}}
{{- $namespaces := list -}}
{{- range .namespaces -}}
{{-   $namespaces = append $namespaces (include "fleet-policies.glob" .) -}}
{{- end -}}
{{- $name := include "fleet-policies.glob" (.name | default "*") -}}
{{- toJson (dict
      "namespace" (ternary (printf "^(%s)$" (join "|" $namespaces)) ".*" (gt (len $namespaces) 0))
      "kind" (printf "^(%s)$" (include "fleet-policies.glob" (.kind | default "*")))
      "name" (printf "^(%s)$" $name)
      "owner" (printf "^(%s)(-[a-z0-9]+)?$" $name)) -}}
{{- end -}}

{{/* The entries of an exception. */}}
{{- define "fleet-policies.exceptionEntries" -}}
{{- $entries := list -}}
{{- range (.resources | default (list dict)) -}}
{{-   $entries = append $entries (include "fleet-policies.entry" (merge (dict "namespaces" $.namespaces) .) | fromJson) -}}
{{- end -}}
{{- toJson (dict "entries" $entries) -}}
{{- end -}}

{{/* The entries of what a policy itself leaves out, namespaces apart. */}}
{{- define "fleet-policies.excludedResources" -}}
{{- $entries := list -}}
{{- range .excludedResources -}}
{{-   $namespaces := ternary (list .namespace) list (not (empty .namespace)) -}}
{{-   $entries = append $entries (include "fleet-policies.entry" (dict "namespaces" $namespaces "kind" .kind "name" .name) | fromJson) -}}
{{- end -}}
{{- toJson (dict "entries" $entries) -}}
{{- end -}}
