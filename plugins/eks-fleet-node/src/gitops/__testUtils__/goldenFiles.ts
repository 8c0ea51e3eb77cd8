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

/** Files as people write them, with everything that an edit must leave alone. */
export const TFVARS = `# Owned by the platform team
name               = "orders-prod"
kubernetes_version = "1.33" # see the upgrade calendar
vpc_id="vpc-0a1b" // shared

/* Sizes were
   agreed with finance */
eks_managed_node_groups = {
  general = {
    kubernetes_version  = "1.33"
    ami_release_version = "1.33.5-20261020"
    min_size            = 3, max_size = 12
    labels = { "team.acme.io/name" : "orders", tier = "gold" }
    taints = []
  }
  "spot-1" = { min_size = 0 }
}

addons = {
  vpc-cni    = { addon_version = "v1.20.1-eksbuild.1" }
  kube-proxy = { addon_version = "v1.33.0-eksbuild.2" }
}
tags = {
  note = "costs $\${amount} a month"
}
user_data = <<-EOT
  echo "kubernetes_version = 1.33"
  EOT
azs = ["eu-west-1a", "eu-west-1b",]
enabled = true
ratio   = -0.5
`;

export const TFVARS_JSON = `{
    "name": "orders-prod",
    "kubernetes_version": "1.33",
    "addons": { "vpc-cni": {"addon_version":"v1.20.1-eksbuild.1"},
                "coredns": {} },
    "description": "braces } and \\"quotes\\" \\u00e9",
    "private_subnets": ["subnet-1", "subnet-2"],
    "deletion_protection": true,
    "max_size": 12
}
`;

export const VALUES_YAML = `# Layer of one cluster
global:
  cluster: &cluster orders-prod   # used below
  region: eu-west-1

control-plane:
  version: "1.33"     # keep the quotes
  supportType: 'EXTENDED'
  zones: [ eu-west-1a,   eu-west-1b ]

defaults: &defaults
  amiRelease: 1.33.5-20261020
nodeGroups:
  general:
    <<: *defaults
    version: '1.33'
    min: 3
  spot:
    cluster: *cluster
    version: 1.33
addons:
  - name: vpc-cni
    version: v1.20.1-eksbuild.1
  - { name: coredns, version: v1.12.1-eksbuild.4 }
motd: |
  version: "1.33"
enabled: yes
`;

export const ACK_YAML = `---
apiVersion: eks.services.k8s.aws/v1alpha1
kind: Cluster
metadata:
  name: orders
  namespace: team-orders
spec:
  name: orders-prod
  version: "1.33"
  roleARN: arn:aws:iam::111122223333:role/eks
---
# Nodes
apiVersion: eks.services.k8s.aws/v1alpha1
kind: Nodegroup
metadata:
  name: orders-general
spec:
  name: general
  clusterRef:
    from:
      name: orders
  version: "1.33"
  releaseVersion: 1.33.5-20261020
---
apiVersion: eks.services.k8s.aws/v1alpha1
kind: Addon
metadata:
  name: orders-vpc-cni
spec:
  name: vpc-cni
  clusterName: orders-prod
  addonVersion: v1.20.1-eksbuild.1
---
apiVersion: eks.services.k8s.aws/v1alpha1
kind: Addon
metadata:
  name: other-vpc-cni
spec:
  name: vpc-cni
  clusterName: other
  addonVersion: v1.19.0-eksbuild.1
`;

export const KRO_YAML = `apiVersion: kro.run/v1alpha1
kind: EksclusterWithVpc
metadata:
  name: orders
  namespace: orders-prod
spec:
  name: orders-prod
  tenant: payments
  k8sVersion: "1.33"
  region: eu-west-1
`;

export const CROSSPLANE_YAML = `apiVersion: eks.aws.m.upbound.io/v1beta1
kind: Cluster
metadata:
  name: orders-prod
spec:
  forProvider:
    region: eu-west-1
    version: "1.33"
---
apiVersion: eks.aws.m.upbound.io/v1beta1
kind: NodeGroup
metadata:
  name: general
spec:
  forProvider:
    clusterNameRef:
      name: orders-prod
    version: "1.33"
---
apiVersion: eks.aws.m.upbound.io/v1beta1
kind: Addon
metadata:
  name: a
spec:
  forProvider:
    addonName: vpc-cni
    addonVersion: v1.20.1-eksbuild.1
    clusterNameRef:
      name: orders-prod
`;

export const EKSCTL_YAML = `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata:
  name: orders-prod
  region: eu-west-1
  version: "1.33"
managedNodeGroups:
  - name: general
    releaseVersion: 1.33.5-20261020
addons:
  - name: vpc-cni
    version: v1.20.1-eksbuild.1
`;
