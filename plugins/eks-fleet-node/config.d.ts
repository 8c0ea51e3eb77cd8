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

export interface Config {
  eksFleet?: {
    /**
     * Whether the portal may write to Git hosts: open pull requests, set their
     * statuses, merge and close them. `off` by default.
     */
    writes?: 'off' | 'on' | boolean;

    /**
     * How fast each Git host is called, by each process. What the host says of
     * its quota counts besides.
     */
    gitLimits?: {
      /** Calls under way at once. 6 by default. */
      concurrency?: number;
      /** Calls that change something, within any minute. 160 by default. */
      writesPerMinute?: number;
      /**
       * Those of them on GitHub that people are told of (pull requests,
       * comments, merges). 80 by default, GitHub's own limit.
       */
      contentPerMinute?: number;
      /** The same within any hour. 500 by default, GitHub's own limit. */
      contentPerHour?: number;
    };

    /**
     * Git repositories that say what is wanted of clusters. Their hosts and
     * credentials are those of `integrations`.
     */
    fleetRepositories?: Array<{
      /** Lower-case letters, digits and dashes. */
      id: string;
      /** Of the repository's page, such as `https://github.com/acme/fleet`. */
      url: string;
      /** That proposals are made against. */
      branch: string;
      /**
       * With which the host signs what it sends to the portal. GitHub and
       * Gitea sign with it; GitLab sends it along.
       *
       * @visibility secret
       */
      webhookSecret?: string;
      merge?: {
        /** Whether the portal merges by itself once a change may go. Off by default. */
        automatic?: boolean;
        /** `merge` by default. */
        method?: 'merge' | 'squash' | 'rebase';
      };
      /**
       * Where namespaces are described: a list of rules, of which the first that
       * fits one decides, or one rule; `{}` is the rule that ships. None are
       * described here without it.
       */
      namespaces?: NamespaceFileRule | Array<NamespaceFileRule>;
      /**
       * Where applications are described: a list of rules, of which the first
       * that fits one decides, or one rule; `{}` is the rule that ships. None are
       * described here without it.
       */
      applications?: ApplicationFileRule | Array<ApplicationFileRule>;
      /** Where clusters are described. The first rule that fits one decides. */
      clusters?: Array<{
        /** Clusters that fit each list that is given; all without it. */
        match?: {
          partitions?: Array<'aws' | 'aws-cn' | 'aws-us-gov'>;
          /** Twelve digits each, quoted. */
          accounts?: string[];
          regions?: string[];
          /** Names in EKS; `*` stands for any part of one. */
          names?: string[];
          /** Names of those that it does not fit although all else does. */
          exceptNames?: string[];
          /** One value or several, by key of label. */
          labels?: { [key: string]: string | string[] };
        };
        /**
         * What reads the file: `terraform`, `kro`, `ack`, `crossplane`,
         * `capa`, `eksctl`, `values`, or one that a module adds.
         */
        provisioner: string;
        /**
         * The file, below the root of the repository; ends in `.json`,
         * `.yaml`, `.yml` or `.tfvars`. `{account}`, `{region}`, `{cluster}`,
         * `{partition}` and `{label.<key>}` stand for the cluster's own.
         */
        path: string;
        /**
         * Where the file has what, as JSON pointers. A part `{name}` stands
         * for the name of the add-on or node group, a part
         * `[name={name}]` for the element of a list that has it; a number
         * before `#` for one document of several, from 0, as in
         * `1#/spec/version`. What the provisioner's files always have by
         * default.
         */
        fields?: {
          /** The Kubernetes version. */
          version?: string;
          /** The version of an add-on. */
          addons?: string;
          nodegroups?: {
            /** The Kubernetes version of a node group. */
            version?: string;
            /** The release of its image. */
            releaseVersion?: string;
          };
        };
        /**
         * What the provisioner writes into the file of every new cluster: for
         * `kro` the accounts, roles and repositories of the hub, for `ack`,
         * `crossplane` and `capa` namespaces and credentials. Names and values
         * are in docs/cluster-files.md.
         */
        settings?: { [name: string]: string };
        /**
         * Whether what provisions these clusters can take a control plane back
         * by a minor, where that is other than usual for it.
         */
        canRollBack?: boolean;
      }>;
    }>;
  };
}

/** `*` stands for any part of a name. All fit without a list. */
interface PlaceMatch {
  /** By the name part of the owner's entity reference. */
  teams?: string[];
  environments?: string[];
}

interface NamespaceFileRule {
  match?: PlaceMatch & {
    /** Twelve digits each, quoted. */
    accounts?: string[];
    regions?: string[];
    /** Names in EKS. */
    clusters?: string[];
  };
  /**
   * A folder below the root of the repository, by default
   * `namespaces/{team}/{environment}/{account}/{region}/{cluster}/{namespace}`.
   * Each of these must be in it, with a part of the path of its own.
   */
  path?: string;
  settings?: {
    /** Of Argo CD on the hub. `argocd` by default. */
    argocdNamespace?: string;
    /**
     * How Argo CD knows clusters: `server`, the ARN as EKS's own Argo CD has it
     * (the default), or `name`, that in EKS.
     */
    destination?: 'server' | 'name';
    /**
     * Addresses that answer DNS besides pods of kube-dns, as CIDRs. By default
     * those of EKS's service networks, of NodeLocal DNSCache and of the VPC; a
     * cluster with a service network of its own needs its tenth address here.
     */
    dnsCidrs?: string[];
    /** Namespaces whose pods bring traffic into the cluster. */
    ingressNamespaces?: string[];
    /** Subnets of load balancers that reach pods by their addresses, as CIDRs. */
    ingressCidrs?: string[];
  };
}

interface ApplicationFileRule {
  match?: PlaceMatch;
  /**
   * A YAML file below the root of the repository, by default
   * `applications/{team}/{application}/{environment}.yaml`. Each of these must
   * be in it, with a part of the path of its own.
   */
  path?: string;
}
