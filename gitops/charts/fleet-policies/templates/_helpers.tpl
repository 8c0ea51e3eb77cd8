{{- define "fleet-policies.labels" -}}
helm.sh/chart: '{{ .Chart.Name }}-{{ .Chart.Version | replace "+" "_" }}'
app.kubernetes.io/name: fleet-policies
app.kubernetes.io/instance: '{{ .Release.Name }}'
app.kubernetes.io/managed-by: '{{ .Release.Service }}'
app.kubernetes.io/part-of: fleet-policies
app.kubernetes.io/version: '{{ .Chart.Version | replace "+" "_" }}'
{{- end -}}

{{/* The policies that are switched on, as JSON: [{name, definition, values}], parameters filled in. */}}
{{- define "fleet-policies.enabled" -}}
{{- $enabled := list -}}
{{- range $path, $_ := .Files.Glob "policies/*.yaml" -}}
{{-   $name := base $path | trimSuffix ".yaml" -}}
{{-   $values := get $.Values.policies $name | default dict -}}
{{-   if $values.enabled -}}
{{-     $definition := $.Files.Get $path | fromYaml -}}
{{-     $parameters := dict -}}
{{-     range $key, $_ := $definition.parameters -}}
{{-       if hasKey ($values.parameters | default dict) $key -}}
{{-         $_ := set $parameters $key (get $values.parameters $key) -}}
{{-       end -}}
{{-     end -}}
{{-     $match := list -}}
{{-     if eq $definition.match "removedApis" -}}
{{-       $apis := include "fleet-policies.removedApis" (dict "root" $ "targetVersion" $parameters.targetVersion) | fromJson -}}
{{-       $_ := set $parameters "apis" $apis.apis -}}
{{-       $match = $apis.match -}}
{{-     else -}}
{{-       $match = get ($.Files.Get "data/matches.yaml" | fromYaml) $definition.match -}}
{{-     end -}}
{{-     $missing := list -}}
{{-     range $key, $_ := $definition.parameters -}}
{{-       if not (hasKey $parameters $key) -}}{{- $missing = append $missing $key -}}{{- end -}}
{{-     end -}}
{{-     if $missing -}}
{{-       fail (printf "policies.%s.parameters lacks %s" $name (join ", " $missing)) -}}
{{-     end -}}
{{-     $enabled = append $enabled (dict
          "name" $name
          "definition" $definition
          "mode" ($values.mode | default "audit")
          "severity" ($values.severity | default $definition.severity)
          "parameters" $parameters
          "match" $match
          "excludedNamespaces" (($values.exclude | default dict).namespaces | default list)
          "excludedResources" (($values.exclude | default dict).resources | default list)) -}}
{{-   end -}}
{{- end -}}
{{- toJson (dict "policies" $enabled) -}}
{{- end -}}

{{/* What is not served at a version any more, and what to look at for it. */}}
{{- define "fleet-policies.removedApis" -}}
{{- $apis := list -}}
{{- $groups := dict -}}
{{- $data := .root.Files.Get "data/removed-apis.yaml" | fromYaml -}}
{{- range $data.apis -}}
{{-   $wanted := semverCompare (printf ">%s, <=%s" $data.oldest $.targetVersion) .removed -}}
{{-   if and $wanted (ne (toString .stored) "false") -}}
{{-     $group := ternary (dir .api) "" (contains "/" .api) -}}
{{-     $row := . -}}
{{-     range $kind, $resource := .kinds -}}
{{-       $apis = append $apis (dict "api" (printf "%s/%s" $row.api $kind) "removed" $row.removed "use" $row.use) -}}
{{-       $known := get $groups $group | default (dict "resources" list "kinds" list) -}}
{{-       $_ := set $groups $group (dict
            "resources" (append $known.resources $resource | uniq)
            "kinds" (append $known.kinds $kind | uniq)) -}}
{{-     end -}}
{{-   end -}}
{{- end -}}
{{- $match := list -}}
{{- range $group, $known := $groups -}}
{{-   $match = append $match (dict
        "apiGroups" (list $group) "apiVersions" (list "*") "resources" $known.resources "kinds" $known.kinds) -}}
{{- end -}}
{{- toJson (dict "apis" $apis "match" $match) -}}
{{- end -}}

{{/* What a policy is about, for people. */}}
{{- define "fleet-policies.about" -}}
eks-fleet.io/category: {{ .definition.category | quote }}
eks-fleet.io/severity: {{ .severity | quote }}
eks-fleet.io/remediation: {{ .definition.remediation | quote }}
eks-fleet.io/documentation: {{ .definition.documentation | quote }}
{{- end -}}
