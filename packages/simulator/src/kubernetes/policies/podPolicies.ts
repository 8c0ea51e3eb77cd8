/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import {
  beyondBaseline,
  foreignRegistry,
  latestTag,
  withoutRequests,
} from './checks';
import type { LibraryPolicy } from './types';

/** What pods may be like. */
export const POD_POLICIES: readonly LibraryPolicy[] = [
  {
    name: 'pod-security-baseline',
    kind: 'FleetPodSecurityBaseline',
    title: 'Pods keep to the baseline pod security standard',
    category: 'pod-security',
    severity: 'high',
    subject: 'Pod',
    description:
      'The controls of the baseline level of the Kubernetes pod security standards, each of which can be left out by its name. Unlike pod security admission it audits, and knows exceptions.',
    remediation:
      "Take the field that the message names out of the pod's template. What needs the host, such as an agent, takes an exception.",
    documentation:
      'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
    match: 'pods',
    rule: 'baseline',
    defaults: {
      enabled: true,
      parameters: { skipControls: [] },
      excludedNamespaces: ['kube-system'],
    },
    validations: [
      {
        expression:
          "'hostNamespaces' in variables.params.skipControls || (!variables.podSpec.?hostNetwork.orValue(false) && !variables.podSpec.?hostPID.orValue(false) && !variables.podSpec.?hostIPC.orValue(false))",
        message:
          'hostNamespaces: hostNetwork, hostPID and hostIPC must not be true',
      },
      {
        expression:
          "'hostProcess' in variables.params.skipControls || (!variables.podSecurity.?windowsOptions.?hostProcess.orValue(false) && variables.containers.all(c, !c.?securityContext.?windowsOptions.?hostProcess.orValue(false)))",
        message: 'hostProcess: windowsOptions.hostProcess must not be true',
      },
      {
        expression:
          "'privileged' in variables.params.skipControls || variables.containers.all(c, !c.?securityContext.?privileged.orValue(false))",
        message: 'privileged: securityContext.privileged must not be true',
      },
      {
        expression:
          "'capabilities' in variables.params.skipControls || variables.containers.all(c, c.?securityContext.?capabilities.?add.orValue([]).all(a, a in ['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT']))",
        message:
          'capabilities: only AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID and SYS_CHROOT may be added',
      },
      {
        expression:
          "'hostPath' in variables.params.skipControls || variables.podSpec.?volumes.orValue([]).all(v, !has(v.hostPath))",
        message: 'hostPath: volumes must not be of the host',
      },
      {
        expression:
          "'hostPorts' in variables.params.skipControls || variables.containers.all(c, c.?ports.orValue([]).all(p, p.?hostPort.orValue(0) == 0))",
        message: 'hostPorts: containers must not take ports of the host',
      },
      {
        expression:
          "'hostProbes' in variables.params.skipControls || variables.probed.all(probes, probes.all(p, p.?httpGet.?host.orValue('') == '' && p.?tcpSocket.?host.orValue('') == ''))",
        message: 'hostProbes: probes and lifecycle hooks must not name a host',
      },
      {
        expression:
          "'appArmor' in variables.params.skipControls || (variables.podSecurity.?appArmorProfile.?type.orValue('RuntimeDefault') in ['RuntimeDefault', 'Localhost'] && variables.containers.all(c, c.?securityContext.?appArmorProfile.?type.orValue('RuntimeDefault') in ['RuntimeDefault', 'Localhost']) && variables.podAnnotations.all(k, !k.startsWith('container.apparmor.security.beta.kubernetes.io/') || variables.podAnnotations[k] == 'runtime/default' || variables.podAnnotations[k].startsWith('localhost/')))",
        message: 'appArmor: the profile must be RuntimeDefault or Localhost',
      },
      {
        expression:
          "'seLinux' in variables.params.skipControls || ([variables.podSecurity.?seLinuxOptions] + variables.containers.map(c, c.?securityContext.?seLinuxOptions)).all(o, o.?type.orValue('') in ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'] && o.?user.orValue('') == '' && o.?role.orValue('') == '')",
        message:
          'seLinux: user and role must be unset, the type one of containers',
      },
      {
        expression:
          "'procMount' in variables.params.skipControls || variables.containers.all(c, c.?securityContext.?procMount.orValue('Default') == 'Default')",
        message: 'procMount: must be unset or Default',
      },
      {
        expression:
          "'seccomp' in variables.params.skipControls || (variables.podSecurity.?seccompProfile.?type.orValue('RuntimeDefault') in ['RuntimeDefault', 'Localhost'] && variables.containers.all(c, c.?securityContext.?seccompProfile.?type.orValue('RuntimeDefault') in ['RuntimeDefault', 'Localhost']))",
        message: 'seccomp: the profile must not be Unconfined',
      },
      {
        expression:
          "'sysctls' in variables.params.skipControls || variables.podSecurity.?sysctls.orValue([]).all(s, s.name in [ 'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range', 'net.ipv4.ip_local_reserved_ports', 'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes', 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'])",
        message: 'sysctls: only those that are namespaced and safe may be set',
      },
    ],
    check: beyondBaseline,
  },
  {
    name: 'require-requests',
    kind: 'FleetRequireRequests',
    title: 'Containers request the resources that they need',
    category: 'resources',
    severity: 'medium',
    subject: 'Pod',
    description:
      'The scheduler and Karpenter count requests. Without them nodes are filled beyond what they have, and what runs there is evicted first.',
    remediation:
      'Set `resources.requests` of each container, or of the pod, to what it needs on an ordinary day.',
    documentation:
      'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    match: 'pods',
    rule: 'has-requests',
    defaults: {
      enabled: true,
      parameters: { requests: ['cpu', 'memory'], initContainers: false },
      excludedNamespaces: ['kube-system'],
    },
    validations: [{ expression: 'size(variables.lacking) == 0' }],
    check: withoutRequests,
  },
  {
    name: 'allowed-registries',
    kind: 'FleetAllowedRegistries',
    title: 'Images come from registries that are ours to trust',
    category: 'supply-chain',
    severity: 'high',
    subject: 'Pod',
    description:
      'Images come from the registries that are listed: host names, with a path where only part of a registry is meant. A `*` stands for any part of a name between slashes. An image without a registry is one of docker.io.',
    remediation:
      'Pull the image through a registry of the list, or have its registry added to the list.',
    documentation:
      'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html',
    match: 'pods',
    rule: 'allowed-registry',
    defaults: {
      enabled: false,
      parameters: { registries: [] },
      excludedNamespaces: ['kube-system'],
    },
    validations: [{ expression: 'size(variables.foreign) == 0' }],
    check: foreignRegistry,
  },
  {
    name: 'no-latest-tag',
    kind: 'FleetNoLatestTag',
    title: 'Images have a tag that says which one they are',
    category: 'supply-chain',
    severity: 'medium',
    subject: 'Pod',
    description:
      'An image without a tag, or with `latest`, is another one whenever a node pulls it, such as while nodes are replaced in an upgrade. Images with a digest pass.',
    remediation: 'Name the image by a version or by its digest.',
    documentation:
      'https://kubernetes.io/docs/concepts/containers/images/#image-names',
    match: 'pods',
    rule: 'fixed-tag',
    defaults: {
      enabled: true,
      parameters: { tags: ['latest'] },
      excludedNamespaces: ['kube-system'],
    },
    validations: [{ expression: 'size(variables.floating) == 0' }],
    check: latestTag,
  },
];
