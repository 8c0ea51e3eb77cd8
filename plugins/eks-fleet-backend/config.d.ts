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

import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  eksFleet?: {
    /**
     * Key of the label that names a cluster's environment, such as `env`.
     * Labels come from the tags that discovery maps
     * (`catalog.providers.eksFleet.<id>.tags.labels`). `environment` by default.
     */
    environmentLabel?: string;

    /**
     * Where the pages of EKS Fleet are mounted in the portal: a path that
     * begins with one slash. Links that are written elsewhere lead there.
     * `/eks-fleet` by default.
     *
     * @visibility frontend
     */
    portalPath?: string;

    /**
     * What EKS costs you, in US dollars an hour. AWS's public prices by
     * default.
     */
    prices?: {
      controlPlane?: {
        /** One control plane in standard support. 0.10 by default. */
        standardUsdPerHour?: number;
        /**
         * One control plane in extended support: all of it, not what
         * extended support adds. 0.60 by default.
         */
        extendedUsdPerHour?: number;
      };
      /**
       * One node of each instance type, such as `m7i.xlarge: 0.2016`. What
       * compute costs is estimated from these; nodes of other types are named
       * and left out of the sum. None by default.
       */
      instances?: { [instanceType: string]: number };
    };

    notifications?: {
      /**
       * Whether people are told, through Backstage's notifications: owners that
       * support ends, of new blockers and of failed updates; approvers, owners
       * and planners of rollouts, what waits for them and how it went. On by
       * default; without the notifications backend it does nothing.
       */
      enabled?: boolean;
    };

    /**
     * What tools within clusters push of policies, each with a token of its
     * cluster: Policy Reporter's webhook, and kube-bench. What `fleet-reporter`
     * brings is under `kubernetes.reporter`.
     */
    ingest?: {
      /** Whether anything is taken with tokens, and tokens are issued. On by default. */
      enabled?: boolean;
      tokens?: {
        /** How many days a token is valid where nobody says. 90 by default. */
        defaultDays?: number;
        /** How many days one can be valid, from 1 to 730. 365 by default. */
        maxDays?: number;
      };
      policyReporter?: {
        /**
         * What Policy Reporter has not sent again for so long is taken to be
         * gone: it does not tell what is mended. From one hour to 400 days, 7
         * days by default.
         */
        expireAfter?: HumanDuration | string;
        /** Without a word for so long it is stale. One day by default. */
        staleAfter?: HumanDuration | string;
      };
      kubeBench?: {
        /** A node that has told nothing for so long is forgotten. 30 days by default. */
        expireAfter?: HumanDuration | string;
        /** Without a word for so long it is stale. 8 days by default. */
        staleAfter?: HumanDuration | string;
      };
    };

    policies?: {
      /**
       * Whether policies, their results and exceptions are read and shown. On by
       * default; from clusters' APIs they are read where `kubernetes.enabled` is
       * set.
       */
      enabled?: boolean;
      /**
       * How long a finding may stay, from when it was first seen: the first that
       * fits counts. Critical 7 days, high 30 and medium 90 by default.
       */
      due?: Array<{
        severities: Array<
          'critical' | 'high' | 'medium' | 'low' | 'info' | 'unknown'
        >;
        /** All where left out. */
        environments?: string[];
        /** From 1 to 730. */
        days: number;
      }>;
      /**
       * For how many days nothing that is not exempt may have failed before a
       * policy counts as safe to enforce. 14 by default.
       */
      safeToEnforceDays?: number;
      /**
       * Where Git says which policies clusters are to have: layers of values of
       * the chart `fleet-policies`. Without it nothing is held against Git, and
       * no policy is switched in the portal.
       */
      layers?: {
        /** Id of one of `fleetRepositories`. */
        repository: string;
        /**
         * Paths in it, the chart's own values first, each layer over those
         * before; with `{account}`, `{region}`, `{cluster}` and `{label.<key>}`.
         * One that takes a label which a cluster has not is left out. By
         * default `charts/fleet-policies/values.yaml`, then `policies/`:
         * `default.yaml`, `environments/{label.environment}.yaml`,
         * `tenants/{label.tenant}.yaml`, and
         * `clusters/{account}/{region}/{cluster}.yaml`.
         */
        paths?: string[];
        /**
         * How long it is kept who switched a policy in the portal, in days
         * after that is over. 400 by default.
         */
        keepDays?: number;
      };
      /**
       * Clusters whose policy reports are watched through their own APIs, each
       * by one of all processes, so that what changes is read within seconds.
       * Their role needs the verb `watch`. None by default: reports are then
       * read on schedule alone.
       */
      watch?: {
        /** Clusters that fit one of them; `{}` fits all. */
        clusters?: Array<{
          partitions?: Array<'aws' | 'aws-cn' | 'aws-us-gov'>;
          accounts?: string[];
          regions?: string[];
          /** Names in EKS; `*` stands for any part of one. */
          names?: string[];
          exceptNames?: string[];
          /** Values by key of label. */
          labels?: { [key: string]: string | string[] };
        }>;
        /** How many clusters each process watches at once: 1 to 500, 50 by default. */
        maxClusters?: number;
        /**
         * How often reports of a cluster that change all the time are read: from
         * 10 seconds to one hour, 30 seconds by default.
         */
        atMostEvery?: HumanDuration | string;
      };
      /**
       * Links out of the portal, of a cluster, of a policy on it or of a
       * finding, each where all that it takes is known: `{cluster}`, `{arn}`,
       * `{account}`, `{region}`, `{partition}`, `{label.<key>}`; `{policy}`,
       * `{policyKind}`, `{policyNamespace}`, `{engine}`, `{source}` (as reports
       * name it), `{argocdApplication}`; `{namespace}`, `{kind}`, `{resource}`,
       * `{fingerprint}`. Values are escaped.
       */
      links?: Array<{ title: string; url: string }>;
      /** How long findings are kept after they are resolved, in days. 90 by default. */
      keepResolvedDays?: number;
      /**
       * REST APIs of Policy Reporter, for clusters whose API servers are not to
       * be read in bulk: of these, results are read from there, and
       * `policyReports` reads none. `collectors.policyReporter` has the schedule.
       */
      policyReporters?: Array<{
        /** ARN of the one cluster whose reports it has. */
        cluster: string;
        /** Of its API, without `/v2`; credentials belong into `basicAuth`. */
        url: string;
        /**
         * PEM of the authority that signed its certificate, or of the
         * certificate itself; trusted instead of the public ones.
         */
        ca?: string;
        basicAuth?: {
          username: string;
          /** @visibility secret */
          password: string;
        };
        /**
         * Whether labels of namespaces, which name owners, are read through the
         * cluster's own API as well, as `kubernetes` says. Off by default.
         */
        readNamespaces?: boolean;
        /** Whether `url` may be on this machine. For demonstrations only. */
        dangerouslyAllowLoopback?: boolean;
      }>;
      /**
       * Where what kube-bench prints with `--json` is. It is read nowhere by
       * default; `collectors.policyKubeBench` has the schedule.
       */
      kubeBench?: {
        /** ConfigMaps in the clusters, one for each node or for all of them. */
        configMaps?: {
          /** `kube-bench` by default. */
          namespace?: string;
          /** `app=kube-bench` by default. */
          labelSelector?: string;
          /** Of the entry that holds it. `results.json` by default. */
          key?: string;
          /** Clusters that fit each list that is given; all are where left out. */
          match?: {
            accounts?: string[];
            regions?: string[];
            /** ARNs. */
            clusters?: string[];
          };
        };
        /**
         * Objects in S3: the first that is for a cluster is read, and then no
         * ConfigMap. The role and external id of the account are those of
         * `aws.accounts`; it needs `s3:GetObject`, and `s3:ListBucket` for keys
         * that end with a slash.
         */
        buckets?: Array<{
          bucket: string;
          /** The account whose role reads it. */
          accountId: string;
          region: string;
          /**
           * With `{account}`, `{region}` and `{cluster}`, all of which must be
           * in it unless `match` names one cluster. One that ends with a slash
           * stands for all `.json` objects under it, one for each node.
           */
          key: string;
          /** Clusters that fit each list that is given; all are where left out. */
          match?: {
            accounts?: string[];
            regions?: string[];
            /** ARNs. */
            clusters?: string[];
          };
        }>;
      };
      /**
       * AWS Security Hub (CSPM): its controls of EKS, and what Policy Reporter
       * sends to it. Not read where left out. The account's role and external
       * id are those of `aws.accounts`; it calls `securityhub:GetFindings`.
       */
      securityHub?: {
        /** The delegated administrator, who sees all accounts. */
        accountId: string;
        /** The aggregation Region, which sees all linked Regions. */
        region: string;
        /** From a minute to a day. Every ten minutes by default. */
        frequency?: HumanDuration | string;
      };
      /** Exceptions that are asked for in the portal and go through Git. */
      exceptions?: {
        /**
         * Id of the fleet repository that they go to. Where there is just one
         * repository, it by default; without one, none can be asked for.
         */
        repository?: string;
        /**
         * Where a `PolicyException` of Kyverno is written, one file for each
         * cluster and exception; `{account}`, `{region}`, `{cluster}` and
         * `{name}` must be in it.
         * `exceptions/{environment}/{account}/{region}/{cluster}/{name}.yaml` by
         * default.
         */
        path?: string;
        /**
         * Where the values of the chart fleet-policies of one cluster are, to
         * whose `exceptions` those for Gatekeeper are added; one of
         * `layers.paths` where these are in the same repository.
         * `policies/clusters/{account}/{region}/{cluster}.yaml` by default.
         */
        valuesPath?: string;
        /**
         * The namespace that Kyverno takes exceptions from
         * (`features.policyExceptions.namespace`). `kyverno` by default.
         */
        namespace?: string;
        /** For how many days one may be asked for, from 1 to 730. 90 by default. */
        maxDays?: number;
        /** Whether each names a ticket. `optional` by default. */
        ticket?: 'optional' | 'required';
        /**
         * Who agrees: `required`, the default, is a second person in the portal
         * before anything is proposed; `git` is whoever merges the pull request.
         */
        approval?: 'required' | 'git';
        /**
         * Groups and users who are told that a request waits, and that one that
         * is over is still honoured, such as `group:default/security`. It gives
         * nobody a right. The owners of its clusters are asked by default.
         */
        approvers?: string[];
        /** How long a request is kept after its end, in days. 400 by default. */
        keepDays?: number;
      };
    };

    timeline?: {
      /** How long events of clusters are kept, in days. 400 by default. */
      keepDays?: number;
    };

    inventory?: {
      /**
       * How often the catalog is read. Every minute by default; reports of
       * discovery make it happen within seconds besides.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    /**
     * What is collected of each cluster, by kind: `nodegroups`, `addons`,
     * `fargateProfiles`, `capabilities`, `insights`, `updates`, `subnets`, with
     * `kubernetes.enabled` the `kubernetes…` and `policy…` kinds,
     * `policyReporter`, `policyKubeBench` and `policySecurityHub` where
     * `policies` names places for them, and what modules add.
     */
    collectors?: {
      [kind: string]: {
        /** On by default. */
        enabled?: boolean;
        /** From 30 seconds to 7 days. */
        frequency?: HumanDuration | string;
        /** From one second to one hour. */
        timeout?: HumanDuration | string;
      };
    };

    kubernetes?: {
      /**
       * Whether clusters' own APIs are read from here. Off by default: it needs
       * a role that they know, and a way to them.
       */
      enabled?: boolean;
      /**
       * The role that clusters know, assumed from the one that discovery
       * assumes. `eks-fleet-kubernetes` by default.
       */
      roleName?: string;
      externalId?: string;
      /** Whether endpoints that are private only can be reached. Off by default. */
      privateEndpoints?: boolean;
      /**
       * HTTP CONNECT proxies on the way to clusters' APIs. The first that is
       * for a cluster is used; without one the way is direct. TLS is with the
       * API server: a proxy sees its name and no more.
       */
      proxies?: Array<{
        /** Names it in messages. */
        id: string;
        /** As in `http://proxy.example.com:3128`; `https://` speaks TLS to the proxy too. */
        url: string;
        username?: string;
        /** @visibility secret */
        password?: string;
        /** Clusters that fit each list that is given; all are where left out. */
        match?: {
          accounts?: string[];
          regions?: string[];
          /** ARNs. */
          clusters?: string[];
        };
        /**
         * Whether it reaches endpoints that are private only; as
         * `kubernetes.privateEndpoints` where left out.
         */
        privateEndpoints?: boolean;
      }>;
      /**
       * Hosts, with or without a port, that are called although they are none
       * of EKS's. For demonstrations only.
       */
      dangerouslyAllowHosts?: string[];
      /**
       * Label of a workload or its namespace that names its owner, a group of
       * the catalog. `backstage.io/owner`, else `team`, by default.
       */
      ownerLabel?: string;
      /** Clusters that report by themselves, because nothing reaches them. */
      reporter?: {
        /** Off by default. */
        enabled?: boolean;
        /** Of their tokens. `eks-fleet` by default. */
        audience?: string;
        /** `system:serviceaccount:eks-fleet:fleet-reporter` by default. */
        subject?: string;
      };
    };

    readiness?: {
      /**
       * Kinds of observations without which no cluster is called ready.
       * `controlPlane`, `nodegroups`, `addons`, `insights` and `subnets` by
       * default; add `kubernetesDisruption` where a drain must be foreseen.
       */
      required?: string[];
      /** What it means that a drain would hang. `blocking` by default. */
      drain?: 'blocking' | 'warning';
      /** From 25 to 720; 48 by default. */
      insightsFreshForHours?: number;
      /** From 25 to 720; 72 by default. */
      addonVersionsFreshForHours?: number;
      waivers?: {
        /** How long a waiver is kept after its end, in days. 400 by default. */
        keepDays?: number;
      };
      /**
       * Which releases of components that EKS does not manage run on which
       * Kubernetes versions; takes the place of what ships for a component.
       */
      compatibility?: Array<{
        /** Such as `karpenter`. */
        component: string;
        /** The day on which this was true, as in `2026-11-24`. */
        asOf: string;
        /** Where it is from. */
        source?: string;
        /** What it means that no release fits. `untested` by default. */
        outside?: 'untested' | 'incompatible';
        releases: Array<{
          /** The first release, as in `1.5`. */
          from: string;
          /** The first release that this is no longer about. */
          before?: string;
          kubernetes?: { from?: string; to?: string };
        }>;
      }>;
    };

    alerts?: {
      /** On by default; without a source it shows none. */
      enabled?: boolean;
      /** How long alerts are kept after they were last seen. 30 by default. */
      keepDays?: number;
      alertmanagers?: Array<{
        /** What pages and strategies call it: small letters, digits, hyphens. */
        id: string;
        /** Of its API, without `/api/v2`. Read every half minute. */
        url?: string;
        /** Whether `url` may be on this machine. For demonstrations only. */
        dangerouslyAllowLoopback?: boolean;
        /**
         * `Authorization` header for its API.
         * @visibility secret
         */
        authorization?: string;
        /**
         * What it shows to `POST /api/eks-fleet/alerts/<id>/webhook` as
         * `Authorization: Bearer …`; 16 characters or more.
         * @visibility secret
         */
        webhookToken?: string;
        /** Label that names the cluster. `cluster` by default. */
        clusterLabel?: string;
        /** ARNs by that label's value, where it is not the cluster's name. */
        clusters?: { [value: string]: string | string[] };
        /** An alert that always fires. Where it is lost, rollouts hold. */
        watchdog?: {
          /** `Watchdog` by default. */
          alertname?: string;
          /** 10 by default. */
          withinMinutes?: number;
        };
      }>;
      cloudwatch?: {
        /** Topics that EventBridge and the SQS events module fill. */
        topics: string[];
        /** Of an alarm whose name has none of the words. `warning` by default. */
        severity?: 'critical' | 'warning' | 'info';
      };
      /** Runbooks of alerts that name none; the first whose labels fit. */
      runbooks?: Array<{ match: { [label: string]: string }; url: string }>;
    };

    /**
     * Where the gates `http` and `prometheus` of rollouts may ask. Strategies
     * name them by id alone.
     */
    endpoints?: Array<{
      /** Small letters, digits, hyphens. */
      id: string;
      /** What a gate's path is appended to; for Prometheus, without `/api/v1`. */
      url: string;
      /**
       * `Authorization` header that is sent there, and nowhere else.
       * @visibility secret
       */
      authorization?: string;
      /** Whether `url` may be on this machine. For demonstrations only. */
      dangerouslyAllowLoopback?: boolean;
    }>;

    executors?: {
      /** Direct calls of EKS. Off by default; needs `eksFleet.writes: on`. */
      eks?: {
        enabled?: boolean;
        /**
         * Role in each account that the base credentials assume for each
         * call, with the rollout and step as session and the user as source
         * identity. `eks-fleet-executor` by default.
         */
        roleName?: string;
      };
    };

    /**
     * Holding what Git says of clusters against what EKS has. Reads only.
     */
    drift?: {
      /** On by default, where `fleetRepositories` describe clusters. */
      enabled?: boolean;
    };

    /**
     * Clusters, namespaces and applications that people ask for: what they may
     * have, and who has to agree. Without any of it a person has to agree to
     * each request.
     */
    requests?: {
      /** On by default. */
      enabled?: boolean;
      /** The rule that names an owner counts, else the one for all others. No limits by default. */
      quotas?: Array<{
        /** Groups or users, such as `group:default/payments`. */
        owners?: string[];
        /** Whether it is for all whom no other rule names. */
        default?: true;
        clusters?: number;
        namespaces?: number;
        /** Cores: of clusters' nodes at most, of namespaces on others' clusters as their quota requests. */
        vcpu?: number;
        memoryGib?: number;
        /** Of namespaces' claims. */
        storageGib?: number;
        /** US dollars a month, at most. */
        monthlyCost?: number;
      }>;
      /**
       * Who has to agree: the first rule that fits counts. Where none does, a
       * person has to. None by default.
       */
      approvals?: Array<{
        /** What reasons call it. */
        name?: string;
        /** What is left out fits all. */
        match?: {
          kinds?: Array<'namespace' | 'cluster' | 'application'>;
          operations?: Array<
            'create' | 'change' | 'delete' | 'adopt' | 'extend'
          >;
          environments?: string[];
          owners?: string[];
          /** What the thing comes to; what is not known is above any of them. */
          atMost?: {
            vcpu?: number;
            memoryGib?: number;
            storageGib?: number;
            monthlyCost?: number;
          };
          /** It has an end, at most so many days away. */
          maxTtlDays?: number;
        };
        /**
         * `automatic` lets it go on, `required` asks a person, `increase` asks
         * one where it takes significantly more, or more than is in use.
         */
        approval: 'automatic' | 'required' | 'increase';
        /** Why, for those who ask. */
        reason?: string;
        /** For `increase`. */
        increase?: {
          /** More than this, and by more than `percent`, is significant. 1 vCPU, 2 GiB and 32 GiB of storage by default. */
          above?: { vcpu?: number; memoryGib?: number; storageGib?: number };
          /** 50 by default. */
          percent?: number;
          /** How much of what is there must be in use before there is more of it. 35, 35 and 80 by default. */
          usedPercent?: {
            vcpu?: number;
            memoryGib?: number;
            storageGib?: number;
          };
        };
      }>;
      /**
       * Groups and users who are told that a request waits, such as
       * `group:default/platform`; the owner of its cluster by default. It gives
       * nobody a right.
       */
      approvers?: string[];
      /** Whether each request names a ticket. `optional` by default. */
      ticket?: 'optional' | 'required';
      clusters?: {
        /** All that discovery reads by default. */
        accounts?: string[];
        regions?: string[];
        /** Of managed node groups, such as `m7g`. All by default. */
        instanceFamilies?: string[];
        /** US dollars a month that one cluster may cost, at most. */
        costCeiling?: number;
        /** Keys, or keys with the values that they may have. */
        requiredTags?: Array<string | { key: string; values?: string[] }>;
        /**
         * Patterns of roles that may be named, with `{partition}`, `{account}`,
         * `{owner}` (the team's name), `{environment}`, `{cluster}` and `*`.
         * `arn:{partition}:iam::{account}:role/team-{owner}-*` by default.
         */
        roles?: string[];
        /** Patterns of principals that may be let in. As `roles` by default. */
        principals?: string[];
        /** Access policies of EKS that they may have, within namespaces. `AmazonEKSViewPolicy` and `AmazonEKSEditPolicy` by default. */
        accessPolicies?: string[];
        /** Patterns of Kubernetes groups that they may be in. `team-{owner}` and `team-{owner}-*` by default. */
        kubernetesGroups?: string[];
        /** Pattern of the policy that must bound roles which a provisioner makes. Provisioners apply it that have it as their setting `permissionsBoundary` (`eksFleet.fleetRepositories[].clusters[].settings`); elsewhere a cluster for which roles are made needs approval. */
        permissionsBoundary?: string;
        /** Where addresses of new VPCs come from; the first pool that is for a cluster and has room. */
        cidrPools?: Array<{
          accounts?: string[];
          regions?: string[];
          environments?: string[];
          /** Of each VPC, from 16 to 22. 16 by default. */
          prefix?: number;
          /** Such as `10.64.0.0/10`; or `ipam`. */
          cidr?: string;
          /** A pool of AWS VPC IPAM, which is read and never written. */
          ipam?: { poolId: string; accountId: string; region: string };
        }>;
        /** What holds in each environment. Where any is named, there are no others. */
        environments?: {
          [environment: string]: {
            accounts?: string[];
            regions?: string[];
            /** Each has an end then, at most so many days away. */
            maxTtlDays?: number;
            /** Whether each must have it. Off by default. */
            deletionProtection?: boolean;
          };
        };
        /** Of instance types whose names do not say it, such as `x8g.large`. */
        instanceSizes?: {
          [instanceType: string]: { vcpu: number; memoryGib: number };
        };
      };
      namespaces?: {
        /** Names, and patterns with `*`, besides those that nobody gets anyway. */
        reservedNames?: string[];
        /** The least level by environment, `default` for all others. `baseline` by default. */
        podSecurity?: {
          [environment: string]: 'privileged' | 'baseline' | 'restricted';
        };
        /** What forms offer. `small`, `medium` and `large` by default. */
        sizes?: {
          [name: string]: { cpu: string; memory: string; storage?: string };
        };
        /** How long one may live, by environment, `default` for all others. For ever by default. */
        maxTtlDays?: { [environment: string]: number };
        /** As those of `clusters`. */
        roles?: string[];
        principals?: string[];
        kubernetesGroups?: string[];
      };
      applications?: {
        /** Patterns of addresses of Git repositories, with `{owner}`, `{environment}` and `*`. All by default; the project of the namespace holds besides. */
        repositories?: string[];
        /** The same of charts, as `<repository>/<chart>`. */
        charts?: string[];
      };
      /**
       * What estimates take to be so; prices of instances and control planes
       * are in `prices`. What is left out is not known: estimates say so, and
       * such a request needs approval.
       */
      costs?: {
        /** What to reckon with where Auto Mode chooses nodes. */
        autoMode?: {
          instanceType: string;
          minimumNodes: number;
          expectedNodes: number;
          maximumNodes: number;
        };
        /** What Auto Mode costs besides, in percent of its instances' price. */
        autoModeSurchargePercent?: number;
        /** What spot costs, in percent of the instances' price. */
        spotPercent?: number;
        /** Of a node whose group does not say. 20 by default. */
        nodeVolumeGib?: number;
        volumeUsdPerGibMonth?: number;
        natGatewayUsdPerHour?: number;
        /** Of a VPC that is made for a cluster. `perZone` by default. */
        natGateways?: 'one' | 'perZone' | 'none';
        loadBalancerUsdPerHour?: number;
        /** 1 by default. */
        loadBalancersPerCluster?: number;
        /** Both, or else a namespace's price is its share of what its cluster's nodes cost. */
        sharedUsdPerVcpuMonth?: number;
        sharedUsdPerMemoryGibMonth?: number;
      };
      ttl?: {
        /** How many days before its end whoever has it is told. 14, 3 and 1 by default. */
        warnDays?: number[];
        /**
         * Whether the removal of what has come to its end is asked for by itself,
         * as a request like any other. On by default.
         */
        remove?: boolean;
      };
      /** How long requests are kept after they are over, in days. 400 by default. */
      keepDays?: number;
    };

    rollouts?: {
      /** On by default. */
      enabled?: boolean;
      /** Clusters that are changed at once, over all rollouts. */
      inFlight?: {
        /** In each account and Region. 5 by default. */
        perAccountAndRegion?: number;
        /** By way of each repository. 10 by default. */
        perRepository?: number;
      };
      /** How often all that is under way is looked at: 2 to 60, 30 by default. */
      reconcileSeconds?: number;
      /**
       * How long rollouts that are over are kept, in days, with all that is of
       * them. 30 or more; 400 by default. What is under way is never forgotten.
       */
      keepDays?: number;
      /** How long the log of rollouts that are over is kept, in days. 400 by default. */
      keepLogDays?: number;
      /** When nothing may start, besides what strategies say; for the gate `freeze`. */
      freezes?: Array<{
        name: string;
        /** ISO 8601. */
        from: string;
        to: string;
        /** All of them where left out. */
        environments?: string[];
      }>;
      /**
       * Strategies that everybody may choose, each written as the README shows.
       * One that has the name of a shipped one takes its place.
       */
      strategies?: Array<{ [field: string]: unknown }>;
      /**
       * Environments that count as production, where the first wave should be
       * one cell. `production`, `prod` and `live` by default.
       */
      productionEnvironments?: string[];
      /**
       * Key of a label, such as `pair`: clusters with the same value should not
       * move in one wave. None by default.
       */
      pairLabel?: string;
    };

    /**
     * Argo CDs whose applications are read, self-managed and EKS-managed ones
     * alike, through the API of the cluster that they are in: by the way and
     * the role of `kubernetes`.
     */
    argocd?: Array<{
      /** What pages call it: small letters, digits, hyphens. */
      id: string;
      /** ARN of the cluster that its `Application` objects are in. */
      cluster: string;
      /** `argocd` by default. */
      namespace?: string;
      /** Of its pages, for links. */
      url?: string;
      /**
       * Whether its cluster Secrets are read, to know the clusters of
       * applications that name their destination. They hold credentials; off
       * by default.
       */
      clusterSecrets?: boolean;
    }>;

    /**
     * Lets everybody who is signed in do what needs a permission although
     * `permission.enabled` is off. Without it such requests are refused as
     * long as it is off. For demonstrations only. Off by default.
     */
    dangerouslyAllowWithoutPermissions?: boolean;
  };
}
