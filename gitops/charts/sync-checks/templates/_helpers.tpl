{{- define "sync-checks.name" -}}
{{- printf "sync-checks-%s" .Values.release -}}
{{- end -}}

{{/* The pod of a check: script, phase and environment beside what it may do. */}}
{{- define "sync-checks.job" -}}
{{- $root := .root -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: '{{ include "sync-checks.name" $root }}-{{ .name }}'
  namespace: '{{ $root.Release.Namespace }}'
  annotations:
    argocd.argoproj.io/hook: {{ .hook }}
    argocd.argoproj.io/hook-delete-policy: BeforeHookCreation
spec:
  backoffLimit: 2
  template:
    spec:
      serviceAccountName: '{{ include "sync-checks.name" $root }}'
      automountServiceAccountToken: true
      restartPolicy: Never
      securityContext:
        runAsNonRoot: true
        runAsUser: 65532
        runAsGroup: 65532
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: '{{ .name }}'
          image: '{{ $root.Values.image.repository }}:{{ $root.Values.image.tag }}'
          imagePullPolicy: '{{ $root.Values.image.pullPolicy }}'
          command: [/bin/sh, -c]
          args:
            - |
              {{- $root.Files.Get .script | nindent 14 }}
          env:
            - name: RELEASE
              value: '{{ $root.Values.release }}'
            - name: NAMESPACE
              value: '{{ $root.Release.Namespace }}'
            - name: FROM
              value: '{{ $root.Values.kubernetes.from }}'
            - name: TO
              value: '{{ $root.Values.kubernetes.to }}'
            - name: NODES_NOT_READY
              value: '{{ $root.Values.nodesNotReady }}'
            - name: TIMEOUT_MINUTES
              value: '{{ $root.Values.timeoutMinutes }}'
            - name: HOME
              value: /tmp
          resources:
            requests:
              cpu: '{{ $root.Values.resources.cpu }}'
              memory: '{{ $root.Values.resources.memory }}'
            limits:
              memory: '{{ $root.Values.resources.memoryLimit }}'
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          volumeMounts:
            - name: tmp
              mountPath: /tmp
      volumes:
        - name: tmp
          emptyDir: {}
{{- end -}}
