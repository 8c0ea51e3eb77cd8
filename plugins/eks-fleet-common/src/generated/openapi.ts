// Made by `yarn openapi` from openapi.yaml; change that instead.
export interface paths {
    "/clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of the clusters that the caller may read. */
        get: operations["listClusters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All clusters that fit the filters, as CSV with a header line. */
        get: operations["exportClusters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many clusters have each value of the facets asked for. */
        get: operations["getClusterFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/by-arn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One cluster by its ARN. */
        get: operations["getClusterByArn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/by-name/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One cluster by the namespace and name of its catalog entity. */
        get: operations["getClusterByName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/by-name/{namespace}/{name}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the last asked-for refresh of a cluster is. */
        get: operations["getRefreshProgress"];
        put?: never;
        /** Asks for the cluster to be read again soon. Needs `eks-fleet.cluster.refresh` on it. */
        post: operations["refreshCluster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/by-name/{namespace}/{name}/bill-of-materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a cluster is made of, from what was last observed. Calls nothing outside. */
        get: operations["getBillOfMaterials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/by-name/{namespace}/{name}/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where EKS has a cluster other than Git says, from what was last read of both. Calls nothing outside. */
        get: operations["getDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/by-name/{namespace}/{name}/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a cluster can move to a version, and what stands between. Calls nothing outside. */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/by-name/{namespace}/{name}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agrees to go on in spite of one finding, until a date. Needs `eks-fleet.readiness.waive` on the cluster, as a user. */
        post: operations["createWaiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/by-name/{namespace}/{name}/waivers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a waiver now. Needs `eks-fleet.readiness.waive` on the cluster, as a user. */
        delete: operations["endWaiver"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/by-name/{namespace}/{name}/ingest-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tokens by which tools within a cluster push, the newest first; none of them is told again. Needs `eks-fleet.ingest.manage` on the cluster, as a user. */
        get: operations["listIngestTokens"];
        put?: never;
        /** Issues a token by which tools within a cluster push, and tells it this once. Two can be valid at a time, so that one is replaced without a gap. Needs `eks-fleet.ingest.manage` on the cluster, as a user. */
        post: operations["issueIngestToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/by-name/{namespace}/{name}/ingest-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a token now. Needs `eks-fleet.ingest.manage` on the cluster, as a user. */
        delete: operations["revokeIngestToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/by-name/{namespace}/{name}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a cluster, the newest first. */
        get: operations["listTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state of each target. Needs `eks-fleet.target.read`; accounts without a cluster that the caller may read are left out for readers of some clusters only. */
        get: operations["listTargets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What besides targets is observed of the clusters that the caller may read, one row for each cluster and path to it. The worst first, then by name. */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources/systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the systems that are read besides AWS and clusters do, such as Git hosts. Needs `eks-fleet.target.read`. Asks none of them. */
        get: operations["listSystems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for targets to be scanned again now. Needs `eks-fleet.target.refresh`. */
        post: operations["refreshTargets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets/removals/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets removals go that discovery holds back. Needs `eks-fleet.target.accept-removals` as a user. */
        post: operations["acceptRemovals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Names all targets of a discovery provider; what is recorded of others of that provider is forgotten. Only the catalog's discovery may call this. */
        put: operations["keepTargets"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets/{provider}/{account}/{region}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Reports the state of one target. Only the catalog's discovery may call this. */
        put: operations["putTarget"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The verdict on each cluster that the caller may read, for one target. */
        get: operations["listReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blockers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What keeps clusters from a target, one row a cause, with the clusters and owners it hits. The most clusters first. */
        get: operations["listBlockers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What control planes cost now and month by month as versions age, and what compute is estimated at, over the clusters that the caller may read. */
        get: operations["getCosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes Kubernetes facts from a cluster's reporter, which proves itself by its cluster's own service-account token. */
        post: operations["postObservations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/observations/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes one part of what a cluster's reporter read of policies. It proves itself by its cluster's own service-account token. Nothing that was there before is taken to be gone before the part with `final` has come. */
        post: operations["postReportedPolicies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ingest/policy-reporter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes one result, or a heartbeat, from the webhook target of Policy Reporter. Let in by a token of the cluster, which says which cluster it is; what names another one is turned away. */
        post: operations["receivePolicyReporterResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ingest/kube-bench": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes what `kube-bench --json` printed on a node, in place of what that node said before. Let in by a token of the cluster. */
        post: operations["receiveKubeBench"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/control-planes/{provider}/{account}/{region}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Takes what `DescribeCluster` said of clusters of one target, or what kept it from saying. Only the catalog's discovery may call this. */
        put: operations["putControlPlanes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The Kubernetes versions of EKS with their support dates, oldest first. */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fleet at one look, over the clusters that the caller may read. */
        get: operations["getSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/go": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finds what a deep link means. An unknown and a forbidden cluster give the same answer. */
        get: operations["resolveDeepLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rollouts that the caller may read, those that move or wait first. */
        get: operations["listRollouts"];
        put?: never;
        /** Saves a draft. Needs `eks-fleet.rollout.plan` as a user. */
        post: operations["createRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollouts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plans without saving, over the clusters that the caller may read. Needs `eks-fleet.rollout.plan`. */
        post: operations["previewRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollouts/{rollout}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One rollout, with its waves and gates. */
        get: operations["getRollout"];
        /** Edits a draft, or a plan that has not started; what was approved is void then. Needs `eks-fleet.rollout.plan` as a user. */
        put: operations["editRollout"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollouts/{rollout}/act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plans, starts, pauses, resumes, stops, cancels a rollout, takes what is unassigned into it, or skips a wave. Needs `eks-fleet.rollout.plan` (`plan`, `assign`), `.start` (`start`) or `.pause` (all others) on the rollout, as a user. */
        post: operations["actOnRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollouts/{rollout}/stragglers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A plan for what failed, was skipped or never reached, with the same pinned change and strategy. Needs `eks-fleet.rollout.plan` as a user; asked twice it is the same plan. */
        post: operations["makeStragglerRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollouts/{rollout}/cells": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cells in the order of waves. */
        get: operations["listRolloutCells"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollouts/{rollout}/cells/{cell}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One cell, with its tracks and all that was done in it. */
        get: operations["getRolloutCell"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollouts/{rollout}/cells/{cell}/act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retries or skips a cell (`eks-fleet.rollout.pause`), forces it past what blocks it (`.force`), or takes it back (`.rollback`), as a user. */
        post: operations["actOnRolloutCell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollouts/{rollout}/gates/{gate}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves or rejects, or holds and releases by hand. Needs `eks-fleet.rollout.approve` on the rollout as a user who neither asked for it, last edited it nor started it. */
        post: operations["decideGate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rollouts/{rollout}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that happened, the newest first. */
        get: operations["listRolloutLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/by-name/{namespace}/{name}/rollouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the cluster stands in which rollout. */
        get: operations["getClusterRollouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/strategies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Strategies that ship, are configured, or were saved. */
        get: operations["listStrategies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/strategies/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Saves a strategy, from JSON or YAML. Needs `eks-fleet.rollout.plan` as a user. Rollouts keep the copy that they started with. */
        put: operations["saveStrategy"];
        post?: never;
        /** Deletes a saved strategy. Needs `eks-fleet.rollout.plan` as a user. */
        delete: operations["deleteStrategy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fleet/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether all outward writes are halted. */
        get: operations["getFleetStop"];
        /** Halts all outward writes of all rollouts and requests within one reconcile, or lets them go on. Needs `eks-fleet.fleet.stop` as a user. */
        put: operations["setFleetStop"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proposals/ground": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each proposal of a change of a fleet repository is made with at this moment. Needs `eks-fleet.request.create` as a user. */
        get: operations["getProposalGround"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alerts on clusters that the caller may read; what fires, the worst first. */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts/{source}/{fingerprint}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One alert, with what changed on its clusters just before. */
        get: operations["getAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts/{source}/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Alertmanager's webhook, version 4. Not a part of Backstage; it is let in by the source's own token. */
        post: operations["receiveAlerts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Policies found on the clusters that the caller may read, the worst first. */
        get: operations["listPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of policies wants attention, over the clusters that the caller may read. */
        get: operations["getPolicySummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Policies by clusters, or by what clusters share; what is there, how it is enforced and what breaks it. */
        get: operations["getPolicyMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many findings there were at the end of each day. */
        get: operations["getPolicyTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{policy}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One policy over the clusters that the caller may read. */
        get: operations["getPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{policy}/clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a policy is, how it is enforced there, and whether it is safe to enforce. */
        get: operations["listPolicyClusters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the policies of the chart fleet-policies are switched, and what each place says of one of them. Places that reach no cluster that the caller may read are left out. */
        get: operations["getPolicyLayers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How policies were switched in the portal, on clusters that the caller may read, the newest first. */
        get: operations["listPolicyEdits"];
        put?: never;
        /** Proposes to switch a policy, as a pull request. Needs `eks-fleet.policy.edit` on each cluster that the edited layers reach, as a user. */
        post: operations["editPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/edits/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What switching a policy would change, cluster by cluster, and which findings come and go. Nothing is kept. Needs what `editPolicy` needs. */
        post: operations["previewPolicyEdit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/edits/{edit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One edit, with its clusters and what happened to it. */
        get: operations["getPolicyEdit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/edits/{edit}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an edit back that is not merged; its pull request is closed. By who asked, or with `eks-fleet.policy.edit` on each cluster that it reaches. */
        post: operations["cancelPolicyEdit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/by-name/{namespace}/{name}/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The policies of one cluster, and where it is known from. */
        get: operations["getClusterPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Results that do not pass, on clusters that the caller may read. */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many findings have each value of the facets asked for. */
        get: operations["getFindingFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Findings that fit the filters, as CSV with a header line; 50,000 at most. */
        get: operations["exportFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{finding}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One finding, resolved or not. */
        get: operations["getFinding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{finding}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says who looks after a finding. A user's own act, by somebody who may read its cluster and owns it or is in the group that it is given to. */
        put: operations["assignFinding"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exceptions from policies over all engines, on clusters that the caller may read. What is the same on several clusters is one. */
        get: operations["listExceptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exceptions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an exception would be, for whom, and what is wrong with how it is asked for. Nothing is kept. */
        post: operations["previewException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exceptions/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exceptions that were asked for in the portal, on clusters that the caller may read, the newest first. */
        get: operations["listExceptionRequests"];
        put?: never;
        /** Asks for an exception. Needs `eks-fleet.exception.request` on each of its clusters, as a user. */
        post: operations["requestException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exceptions/requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request, with its files and what happened to it. */
        get: operations["getExceptionRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exceptions/requests/{request}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agrees to an exception, or refuses. Needs `eks-fleet.exception.approve` on each of its clusters, as a user who did not ask for it. */
        post: operations["decideExceptionRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exceptions/requests/{request}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a request back that is not merged; its pull request is closed. By who asked, or with `eks-fleet.exception.approve` on each of its clusters. */
        post: operations["cancelExceptionRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exceptions/requests/{request}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends an exception early, or proposes its removal again where that was closed. By who asked, or with `eks-fleet.exception.approve` on each of its clusters. */
        post: operations["removeException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests for clusters, namespaces and applications that the caller may read; those that changed last first. */
        get: operations["listRequests"];
        put?: never;
        /** Asks for something, and takes the first step at once. Needs `eks-fleet.request.create` as a user. */
        post: operations["createRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/preflight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether something would be allowed, needs approval or would be denied, what it costs and what is left of the quota. Nothing is kept. Needs `eks-fleet.request.create` as a user. */
        post: operations["preflightRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The files that would be proposed, against the fleet repository as it is. Nothing is kept. Needs `eks-fleet.request.create` as a user. */
        post: operations["previewRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/placement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Clusters that a namespace could be on, the most fitting first, of those that the caller may read. Needs `eks-fleet.request.create` as a user. */
        post: operations["placeRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What forms may offer somebody who asks for an owner. Needs `eks-fleet.request.create` as a user. */
        get: operations["getRequestOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What Git says of a thing at this moment, for forms that change it. Needs `eks-fleet.request.create` as a user; 404 for what is not in Git and for what the caller may not read. */
        get: operations["getRequestCurrent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request, with all that is known of it. */
        get: operations["getRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{request}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What it changes in the fleet repository; as it was merged once it is, else against the repository as it is. */
        get: operations["getRequestDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{request}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves a request, rejects it, or amends what it asks for. Needs `eks-fleet.request.decide` on it, as a user who neither asked for it nor amended it last; amending needs no more than the permission. */
        post: operations["decideRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{request}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says something about a request. For everybody who may read it, as a user. */
        post: operations["commentRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{request}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a request back as long as it is not merged; its pull request is closed. For who asked for it, its owner, and who may decide it. */
        post: operations["cancelRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What owners may have, have and are about to get. Of the caller's own groups, and of each owner whose requests the caller may read. */
        get: operations["listQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/things": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clusters, namespaces and applications that requests have brought into being, on clusters that the caller may read, and those that a group of the caller owns. */
        get: operations["listRequestThings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/namespaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Namespaces that requests have brought into being, on clusters that the caller may read, and those that a group of the caller owns; all of them for the catalog, which makes entities of them. */
        get: operations["listNamespaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/git/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What GitHub, GitLab or Gitea tell of a fleet repository. Not a part of Backstage; it is let in by the signature, or for GitLab the token, of the repository's `webhookSecret`.
         * Of what it says only that something happened is believed; the pull request is then read from the host. Events other than pushes and pull requests are answered and left alone.
         */
        post: operations["receiveGitEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
/**
 * The schemas of the HTTP API.
 *
 * @public
 */
export interface components {
    schemas: {
        Error: {
            error: {
                name: string;
                message: string;
            };
            response: {
                statusCode: number;
            };
        };
        ObservationErrorCode: "unauthenticated" | "forbidden" | "notAllowed" | "throttled" | "unreachable" | "timeout" | "notFound" | "disabled" | "notInstalled" | "invalid";
        ObservationError: {
            code: components["schemas"]["ObservationErrorCode"];
            /** What went wrong, in words an operator can act on. */
            message: string;
            /**
             * Format: date-time
             * When it began to go wrong without a break.
             */
            since?: string;
        };
        SupportState: "standard" | "extended" | "unsupported" | "unknown";
        Support: {
            state: components["schemas"]["SupportState"];
            /** Format: date-time */
            endOfStandardSupport?: string;
            /** Format: date-time */
            endOfExtendedSupport?: string;
            /** Whole days until the present state of support ends; negative after the end of all support. */
            daysLeft?: number;
            /** The cluster's `upgradePolicy.supportType`, `STANDARD` or `EXTENDED`. */
            policy?: string;
        };
        Link: {
            title: string;
            url: string;
        };
        Cluster: {
            /** Such as resource:default/prod-payments-eu-1a2b3c4d */
            entityRef: string;
            /** The name in EKS; for a foreign cluster the entity's title or name. */
            name: string;
            /**
             * Whether our own discovery found it, or another source of the catalog says that it exists.
             */
            origin: "eks-fleet" | "foreign";
            /** For a foreign cluster with the ARN of one of ours, the entity reference of ours. */
            conflictsWith?: string;
            provider?: string;
            arn?: string;
            partition?: string;
            accountId?: string;
            accountName?: string;
            region?: string;
            /** Such as 1.33 */
            version?: string;
            platformVersion?: string;
            /** As EKS says it, such as `ACTIVE`, `CREATING` or `FAILED`. */
            status?: string;
            /** Format: date-time */
            createdAt?: string;
            support: components["schemas"]["Support"];
            /** Entity reference of the owner. */
            owner?: string;
            system?: string;
            environment?: string;
            labels: {
                [key: string]: string;
            };
            observation: components["schemas"]["ClusterObservation"];
            cost: components["schemas"]["ControlPlaneCost"];
            links: components["schemas"]["Link"][];
        };
        ClusterObservation: {
            /**
             * `failing`: the last attempt failed, what is shown is older. `unmanaged`: its account left the scope of discovery. `unknown`: never seen by us.
             */
            state: "fresh" | "stale" | "failing" | "unmanaged" | "unknown";
            /** Format: date-time */
            observedAt?: string;
            error?: components["schemas"]["ObservationError"];
        };
        /** US dollars in a month of 730 hours, at the configured prices. */
        ControlPlaneCost: {
            /** All of it, what extended support adds included. */
            controlPlaneUsdPerMonth: number;
            /** What extended support adds. */
            extendedSupportUsdPerMonth: number;
        };
        PageInfo: {
            nextCursor?: string;
            prevCursor?: string;
        };
        ClusterList: {
            items: components["schemas"]["Cluster"][];
            totalItems: number;
            pageInfo: components["schemas"]["PageInfo"];
        };
        FacetValue: {
            value: string;
            count: number;
            /** A name for people where the value is an id, such as an account's name. */
            title?: string;
        };
        ClusterFacets: {
            facets: {
                [key: string]: components["schemas"]["FacetValue"][];
            };
        };
        TargetState: "pending" | "fresh" | "stale" | "unmanaged" | "unauthenticated" | "forbidden" | "notAllowed" | "throttled" | "unreachable" | "timeout" | "notFound" | "disabled" | "notInstalled" | "invalid";
        NamedProblem: {
            name: string;
            reason: string;
            code?: components["schemas"]["ObservationErrorCode"];
        };
        HeldRemoval: {
            arn: string;
            name: string;
            entityRef: string;
            /** Format: date-time */
            missingSince: string;
        };
        TargetReport: {
            partition: "aws" | "aws-cn" | "aws-us-gov";
            accountName?: string;
            /** The role that discovery assumes, where it assumes one. */
            roleArn?: string;
            /** Who assumes it, where that is known. */
            callerArn?: string;
            /** Format: date-time */
            lastAttemptAt?: string;
            /** Format: date-time */
            lastSuccessAt?: string;
            /** Format: date-time */
            nextAttemptAt?: string;
            /** How long after the last success what it gave counts as fresh. */
            freshForSeconds: number;
            /**
             * Format: date-time
             * Since when the account or Region is out of discovery's scope.
             */
            unmanagedSince?: string;
            /**
             * Format: date-time
             * When the clusters of an unmanaged target begin to be removed.
             */
            removeAt?: string;
            error?: components["schemas"]["ObservationError"];
            clusterCount: number;
            /** Clusters that are listed and could not be described. */
            unreadable?: components["schemas"]["NamedProblem"][];
            /** Clusters whose entity the catalog would not take. */
            rejects?: components["schemas"]["NamedProblem"][];
            /** Clusters that are gone and wait for somebody to accept that. */
            heldRemovals?: components["schemas"]["HeldRemoval"][];
        };
        Target: {
            provider: string;
            accountId: string;
            accountName?: string;
            region: string;
            partition: string;
            /**
             * What it stands for; `account` where the account's Regions could not be listed, `organization` for AWS Organizations.
             */
            kind: "region" | "account" | "organization";
            state: components["schemas"]["TargetState"];
            error?: components["schemas"]["ObservationError"];
            roleArn?: string;
            callerArn?: string;
            /** Format: date-time */
            lastAttemptAt?: string;
            /** Format: date-time */
            lastSuccessAt?: string;
            /** Format: date-time */
            nextAttemptAt?: string;
            /** Format: date-time */
            unmanagedSince?: string;
            /** Format: date-time */
            removeAt?: string;
            clusterCount: number;
            unreadable: components["schemas"]["NamedProblem"][];
            rejects: components["schemas"]["NamedProblem"][];
            heldRemovals: components["schemas"]["HeldRemoval"][];
        };
        TargetConflict: {
            /** The entity of another source. */
            entityRef: string;
            /** Our entity of the same ARN. */
            conflictsWith: string;
            arn: string;
            /** Where the catalog has the other entity from. */
            location: string;
        };
        TargetList: {
            items: components["schemas"]["Target"][];
            conflicts: components["schemas"]["TargetConflict"][];
            foreignClusters: number;
        };
        /**
         * `eks`: what AWS answers about a cluster. `kubernetes`: its Kubernetes API, read directly. `policy`: its policies and their results. `reporter`: what runs in it and posts Kubernetes facts. Later versions add kinds.
         */
        SourceKind: "eks" | "kubernetes" | "policy" | "reporter";
        /**
         * `pending`: never observed. An error: of the last attempt, whatever was observed before.
         */
        SourceState: "fresh" | "stale" | "pending" | "unauthenticated" | "forbidden" | "notAllowed" | "throttled" | "unreachable" | "timeout" | "notFound" | "disabled" | "notInstalled" | "invalid";
        SourcePart: {
            kind: components["schemas"]["ObservationKind"];
            state: components["schemas"]["SourceState"];
            error?: components["schemas"]["ObservationError"];
            /** Format: date-time */
            observedAt?: string;
            /** Format: date-time */
            attemptedAt?: string;
            /**
             * Format: date-time
             * Left out where others bring it.
             */
            nextAttemptAt?: string;
            /** Whether the cluster itself brings it, and nobody here reads it. */
            pushed?: boolean;
        };
        Source: {
            /** The same as long as the source is there. */
            id: string;
            kind: components["schemas"]["SourceKind"];
            /** What a person calls it, such as the cluster's name. */
            name: string;
            /** Of the cluster. */
            arn: string;
            /** Of the cluster. */
            entityRef: string;
            accountId: string;
            region: string;
            state: components["schemas"]["SourceState"];
            error?: components["schemas"]["ObservationError"];
            /** Format: date-time */
            lastAttemptAt?: string;
            /**
             * Format: date-time
             * When the last of its parts was observed.
             */
            lastSuccessAt?: string;
            /**
             * Format: date-time
             * When the next of its parts is tried.
             */
            nextAttemptAt?: string;
            /** What is observed by this path, the worst first. */
            parts: components["schemas"]["SourcePart"][];
        };
        SourceCount: {
            kind: components["schemas"]["SourceKind"];
            state: components["schemas"]["SourceState"];
            count: number;
        };
        SourceList: {
            items: components["schemas"]["Source"][];
            totalItems: number;
            pageInfo: components["schemas"]["PageInfo"];
            /** Over what the caller may read and the filters but `kind` and `state` let through. */
            counts: components["schemas"]["SourceCount"][];
        };
        SystemSource: {
            /**
             * `git`: a fleet repository on its Git host. `argocd`: the cluster API that has an Argo CD's applications. `alertmanager` and `cloudwatch`: where alerts come from. `securityHub`: the Region that findings are aggregated in. Later versions add kinds.
             */
            kind: "git" | "argocd" | "alertmanager" | "cloudwatch" | "securityHub";
            /** As the configuration has it; of its kind alone. */
            id: string;
            /** Of its page, where it has one. */
            url?: string;
            state: components["schemas"]["SourceState"];
            error?: components["schemas"]["ObservationError"];
            /** Format: date-time */
            lastAttemptAt?: string;
            /**
             * Format: date-time
             * When it was last read, or last told something. Left out where that never was.
             */
            lastSuccessAt?: string;
            /**
             * Whether the alert that always fires has come in time; of sources of alerts.
             */
            watchdog?: "seen" | "lost" | "notExpected";
            /** What else is to be known of it, in sentences, such as how much of what it says is on no cluster. */
            notes?: string[];
        };
        SystemSourceList: {
            items: components["schemas"]["SystemSource"][];
        };
        KeepTargetsRequest: {
            /** `<account>/<region>` each. */
            targets: string[];
        };
        TargetRefreshRequest: {
            /** `<account>/<region>` each; all where this is left out. */
            targets?: string[];
        };
        AcceptRemovalsRequest: {
            provider: string;
            arns: string[];
        };
        KubernetesVersion: {
            version: string;
            partition: string;
            /** Format: date-time */
            releaseDate?: string;
            /** Format: date-time */
            endOfStandardSupport?: string;
            /** Format: date-time */
            endOfExtendedSupport?: string;
            state: components["schemas"]["SupportState"];
            /** Clusters of this version that the caller may read. */
            clusters: number;
        };
        VersionList: {
            items: components["schemas"]["KubernetesVersion"][];
            /**
             * Whether EKS `DescribeClusterVersions` said it, or the table that ships with the plugin.
             */
            source: "eks" | "shipped";
            /**
             * Format: date-time
             * When EKS said it, or the date of the shipped table.
             */
            observedAt?: string;
        };
        SummaryVersion: {
            version: string;
            clusters: number;
            state: components["schemas"]["SupportState"];
            /** Format: date-time */
            endOfStandardSupport?: string;
            /** Format: date-time */
            endOfExtendedSupport?: string;
        };
        GridCell: {
            accountId: string;
            accountName?: string;
            region: string;
            clusters: number;
            extended: number;
            unsupported: number;
            /** Clusters whose status is `FAILED`. */
            failed: number;
            targetState?: components["schemas"]["TargetState"];
        };
        AttentionItem: {
            code: "forcedUpgrade" | "unsupported" | "extendedSoon" | "extendedCost" | "clusterFailed" | "targetFailing" | "heldRemovals";
            severity: "critical" | "warning" | "info";
            /** Clusters it is about; targets for `targetFailing`, removals for `heldRemovals`. */
            count: number;
            version?: string;
            /** Format: date-time */
            dueAt?: string;
            /** Format: date-time */
            since?: string;
            costUsdPerMonth?: number;
            accountId?: string;
            accountName?: string;
            regions?: string[];
            error?: components["schemas"]["ObservationError"];
        };
        Summary: {
            clusters: number;
            foreignClusters: number;
            accounts: number;
            regions: number;
            /** Targets by state; left out for a caller who may not read targets. */
            targets?: {
                total: number;
                byState: {
                    [key: string]: number;
                };
            };
            /**
             * Format: date-time
             * The newest good observation.
             */
            observedAt?: string;
            versions: components["schemas"]["SummaryVersion"][];
            statuses: components["schemas"]["FacetValue"][];
            grid: components["schemas"]["GridCell"][];
            /** What to do first, by the cost of waiting. */
            attention: components["schemas"]["AttentionItem"][];
            cost: components["schemas"]["ControlPlaneCost"];
        };
        DeepLinkMatches: {
            matches: {
                entityRef: string;
                name: string;
                arn?: string;
                accountId?: string;
                accountName?: string;
                region?: string;
                environment?: string;
            }[];
        };
        /**
         * What was observed of a cluster; each kind has a schedule, a freshness and an error of its own. Collectors of other modules add kinds.
         * Such as controlPlane
         * Such as nodegroups
         * Such as fargateProfiles
         * Such as addons
         * Such as capabilities
         * Such as insights
         * Such as updates
         * Such as subnets
         * Such as kubernetesNodes
         * Such as kubernetesDisruption
         * Such as kubernetesDeprecatedApis
         * Such as kubernetesAdmission
         * Such as kubernetesAddons
         * Such as policyReports
         * Such as policyGatekeeper
         * Such as policyKyverno
         * Such as policyAdmission
         */
        ObservationKind: string;
        /** How old an observation is, and what went wrong since. */
        ObservationAge: {
            kind: components["schemas"]["ObservationKind"];
            /**
             * `failing`: the last attempt failed, what is shown is older. `missing`: never observed. `notApplicable`: nobody asks for it here, such as Kubernetes facts where no way to the API is configured.
             */
            state: "fresh" | "stale" | "failing" | "missing" | "notApplicable";
            /** Format: date-time */
            observedAt?: string;
            /** Format: date-time */
            attemptedAt?: string;
            /**
             * Who observed it.
             */
            source?: "discovery" | "collector" | "reporter";
            error?: components["schemas"]["ObservationError"];
        };
        /** As EKS words it. */
        HealthIssue: {
            code: string;
            message: string;
            resourceIds: string[];
        };
        /** EKS `DescribeCluster`, what matters of it. */
        ControlPlaneDocument: {
            name: string;
            version: string;
            platformVersion?: string;
            status: string;
            /** Format: date-time */
            createdAt?: string;
            roleArn?: string;
            endpoint?: string;
            /** PEM in base64. */
            certificateAuthority?: string;
            oidcIssuer?: string;
            /** `STANDARD` or `EXTENDED`: a preference, not what is billed. */
            supportType?: string;
            deletionProtection?: boolean;
            healthIssues: components["schemas"]["HealthIssue"][];
            vpcId?: string;
            subnetIds: string[];
            securityGroupIds: string[];
            endpointPublicAccess?: boolean;
            endpointPrivateAccess?: boolean;
            publicAccessCidrs: string[];
            ipFamily?: string;
            serviceCidr?: string;
            /** Kinds of control plane logs that are on. */
            logTypes: string[];
            /** Of the cluster itself; left out where they were not read. */
            tags?: {
                [key: string]: string;
            };
            /** The KMS key that encrypts secrets; left out where none does. */
            secretsKeyArn?: string;
            authenticationMode?: string;
            autoMode: boolean;
            autoModeNodePools: string[];
            zonalShift?: boolean;
            scalingTier?: string;
            hybridNodes: boolean;
        };
        ControlPlaneReport: {
            /** Format: date-time */
            observedAt: string;
            clusters: components["schemas"]["ControlPlaneDocument"][];
            /** Clusters that the target lists and that could not be described. */
            failures?: components["schemas"]["ControlPlaneFailure"][];
        };
        ControlPlaneFailure: {
            name: string;
            error: components["schemas"]["ObservationError"];
        };
        /** EKS `DescribeNodegroup`. */
        Nodegroup: {
            name: string;
            status: string;
            version?: string;
            /** Left out for a custom AMI. */
            releaseVersion?: string;
            amiType?: string;
            capacityType?: string;
            instanceTypes: string[];
            minSize?: number;
            maxSize?: number;
            desiredSize?: number;
            maxUnavailable?: number;
            maxUnavailablePercentage?: number;
            updateStrategy?: string;
            /** Id and version, as in `lt-0abc/3`. */
            launchTemplate?: string;
            subnetIds: string[];
            healthIssues: components["schemas"]["HealthIssue"][];
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            modifiedAt?: string;
        };
        NodegroupsDocument: {
            nodegroups: components["schemas"]["Nodegroup"][];
            /** Listed, but not to be described. */
            unreadable: components["schemas"]["NamedProblem"][];
        };
        /** EKS `DescribeFargateProfile`. */
        FargateProfile: {
            name: string;
            status: string;
            subnetIds: string[];
            /** Namespaces with labels, as in `payments (app=api)`. */
            selectors: string[];
            healthIssues: components["schemas"]["HealthIssue"][];
            /** Format: date-time */
            createdAt?: string;
        };
        FargateProfilesDocument: {
            profiles: components["schemas"]["FargateProfile"][];
            unreadable: components["schemas"]["NamedProblem"][];
        };
        /** EKS `DescribeAddon`. */
        Addon: {
            name: string;
            version?: string;
            status: string;
            healthIssues: components["schemas"]["HealthIssue"][];
            publisher?: string;
            owner?: string;
            /** Whether it comes from the AWS Marketplace. */
            marketplace: boolean;
            roleArn?: string;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            modifiedAt?: string;
        };
        AddonsDocument: {
            addons: components["schemas"]["Addon"][];
            unreadable: components["schemas"]["NamedProblem"][];
        };
        /** EKS `DescribeCapability`: a managed Argo CD, ACK or kro. */
        Capability: {
            name: string;
            /** `ARGOCD`, `ACK` or `KRO`. */
            type: string;
            status: string;
            version?: string;
            roleArn?: string;
            serverUrl?: string;
            healthIssues: components["schemas"]["HealthIssue"][];
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            modifiedAt?: string;
        };
        CapabilitiesDocument: {
            capabilities: components["schemas"]["Capability"][];
            unreadable: components["schemas"]["NamedProblem"][];
        };
        /** Who called a deprecated API. */
        InsightClient: {
            userAgent: string;
            requestsLast30Days?: number;
            /** Format: date-time */
            lastRequestTime?: string;
        };
        InsightDeprecation: {
            /** A path such as `/apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas`. */
            usage: string;
            replacedWith?: string;
            stopServingVersion?: string;
            startServingReplacementVersion?: string;
            clients: components["schemas"]["InsightClient"][];
        };
        InsightResource: {
            kubernetesResourceUri?: string;
            arn?: string;
            status?: string;
            reason?: string;
        };
        InsightAddon: {
            name: string;
            compatibleVersions: string[];
        };
        /** EKS `ListInsights`, and `DescribeInsight` where it is not passing. */
        Insight: {
            id: string;
            name: string;
            /** `UPGRADE_READINESS`, `ROLLBACK_READINESS`, `MISCONFIGURATION`, or one that is new. */
            category: string;
            /** `PASSING`, `WARNING`, `ERROR` or `UNKNOWN`. */
            status: string;
            reason?: string;
            kubernetesVersion?: string;
            description?: string;
            recommendation?: string;
            /** Format: date-time */
            lastRefreshTime?: string;
            /** Format: date-time */
            lastTransitionTime?: string;
            resources: components["schemas"]["InsightResource"][];
            deprecations: components["schemas"]["InsightDeprecation"][];
            addons: components["schemas"]["InsightAddon"][];
            /** Title to URL. */
            links: {
                [key: string]: string;
            };
        };
        InsightsDocument: {
            insights: components["schemas"]["Insight"][];
            /** Not passing, and not to be described. */
            unreadable: components["schemas"]["NamedProblem"][];
        };
        UpdateError: {
            code: string;
            message: string;
            resourceIds: string[];
        };
        /** EKS `DescribeUpdate`. */
        Update: {
            id: string;
            /** Such as `VersionUpdate` or `AddonUpdate`. */
            type: string;
            /** `InProgress`, `Failed`, `Cancelled` or `Successful`. */
            status: string;
            /** Format: date-time */
            createdAt?: string;
            parameters: {
                [key: string]: string;
            };
            errors: components["schemas"]["UpdateError"][];
            nodegroup?: string;
            addon?: string;
            capability?: string;
        };
        /** The newest first. */
        UpdatesDocument: {
            updates: components["schemas"]["Update"][];
            unreadable: components["schemas"]["NamedProblem"][];
        };
        /** EC2 `DescribeSubnets`. */
        Subnet: {
            id: string;
            availabilityZone?: string;
            cidr?: string;
            freeAddresses: number;
        };
        /** The cluster's own subnets. */
        SubnetsDocument: {
            subnets: components["schemas"]["Subnet"][];
            /** Subnets of the cluster that are not there any more. */
            missing: string[];
        };
        /** What made a node. */
        NodeOwner: {
            kind: "nodegroup" | "karpenter" | "autoMode" | "fargate" | "hybrid" | "selfManaged";
            /** The node group, node pool or Fargate profile. */
            name?: string;
        };
        /** Nodes that are alike. */
        NodeSet: {
            owner: components["schemas"]["NodeOwner"];
            /** As the node says it, such as `v1.33.9-eks-113cf36`. */
            kubeletVersion: string;
            kubeProxyVersion?: string;
            instanceType?: string;
            capacityType?: string;
            architecture?: string;
            operatingSystem?: string;
            osImage?: string;
            containerRuntime?: string;
            nodes: number;
            notReady: number;
            /** Nodes that Karpenter or Auto Mode may not take down. */
            doNotDisrupt: number;
        };
        ResourceAmounts: {
            cpuMillis: number;
            memoryBytes: number;
            pods: number;
        };
        /** Nodes by what they are, and what is asked of them. */
        KubernetesNodesDocument: {
            apiServerVersion?: string;
            nodes: number;
            sets: components["schemas"]["NodeSet"][];
            allocatable: components["schemas"]["ResourceAmounts"];
            /** What pods that run ask for; left out where pods may not be listed. */
            requested?: components["schemas"]["ResourceAmounts"];
            /** Pods that run outside of `kube-*` namespaces and are not of a DaemonSet. */
            workloadPods?: number;
        };
        WorkloadRef: {
            namespace: string;
            kind: string;
            name: string;
            /** Entity reference, from a label of the workload or its namespace. */
            owner?: string;
        };
        /** Where a drain would hang. */
        BlockedDrain: {
            workload: components["schemas"]["WorkloadRef"];
            /**
             * `budgetNeedsAll`: the budget can never allow a disruption, whatever is healthy.
             */
            reason: "budgetAllowsNone" | "severalBudgets" | "unhealthyPods" | "budgetNeedsAll";
            /** `<namespace>/<name>` each. */
            budgets: string[];
            pods: number;
            disruptionsAllowed: number;
            currentHealthy?: number;
            desiredHealthy?: number;
            nodeOwners: components["schemas"]["NodeOwner"][];
            nodes: number;
        };
        Workload: {
            workload: components["schemas"]["WorkloadRef"];
            replicas: number;
            ready: number;
        };
        /** Disruption budgets and what they protect. */
        KubernetesDisruptionDocument: {
            budgets: number;
            workloads: number;
            blockedDrains: components["schemas"]["BlockedDrain"][];
            /** Workloads outside of `kube-*` namespaces that ask for one replica. */
            singleReplicas: components["schemas"]["Workload"][];
            /** Workloads of several replicas that no budget protects. */
            withoutBudget: number;
            /** Whether a list was too long to be kept whole. */
            truncated: boolean;
        };
        DeprecatedApi: {
            group?: string;
            version: string;
            resource: string;
            subresource?: string;
            removedRelease?: string;
            /** Format: date-time */
            firstSeenAt: string;
            /**
             * Format: date-time
             * When an API server last said that it was asked for since it started.
             */
            lastSeenAt: string;
        };
        /** From `apiserver_requested_deprecated_apis`. Each scrape meets one API server, which knows what it was asked for since it started: absence proves nothing. */
        KubernetesDeprecatedApisDocument: {
            apis: components["schemas"]["DeprecatedApi"][];
            /** How many scrapes this is from. */
            scrapes: number;
            /**
             * Format: date-time
             * The first of them.
             */
            since: string;
        };
        /** An admission webhook that can keep pods or nodes from coming up. */
        FailingWebhook: {
            kind: "MutatingWebhookConfiguration" | "ValidatingWebhookConfiguration";
            configuration: string;
            name: string;
            /** `pods`, `nodes` or `kube-system`. */
            reaches: string[];
            /** `<namespace>/<name>`. */
            service?: string;
            url?: string;
            readyEndpoints?: number;
            endpointNodes?: number;
            timeoutSeconds?: number;
            owner?: string;
        };
        UnavailableApiService: {
            name: string;
            service?: string;
            reason?: string;
            message?: string;
            /** Format: date-time */
            since?: string;
        };
        KubernetesAdmissionDocument: {
            /** With `failurePolicy: Fail`, reaching pods, nodes or `kube-system`, and fewer than two ready endpoints on different nodes. */
            webhooks: components["schemas"]["FailingWebhook"][];
            checkedWebhooks: number;
            apiServices: components["schemas"]["UnavailableApiService"][];
        };
        /** A component that EKS does not manage. */
        KubernetesAddon: {
            /** Such as `karpenter`, `coredns` or `argo-cd`. */
            component: string;
            version?: string;
            namespace: string;
            /** `<kind>/<name>`. */
            workload: string;
            image: string;
            replicas?: number;
            ready?: number;
        };
        KubernetesAddonsDocument: {
            addons: components["schemas"]["KubernetesAddon"][];
        };
        /** A token by which tools within a cluster push, as far as it is kept. */
        IngestToken: {
            id: string;
            /** What it is for, in the words of who issued it. */
            label: string;
            /**
             * `expiresSoon`: within 14 days. `ofFormerCluster`: of one that had the name before.
             */
            state: "valid" | "expiresSoon" | "expired" | "revoked" | "ofFormerCluster";
            /** Entity reference of the person. */
            issuedBy: string;
            /** Format: date-time */
            issuedAt: string;
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: date-time
             * To the minute.
             */
            lastUsedAt?: string;
            lastUsedFor?: "policy-reporter" | "kube-bench";
            /** Format: date-time */
            revokedAt?: string;
            revokedBy?: string;
        };
        IssuedIngestToken: components["schemas"]["IngestToken"] & {
            /** Told this once; goes into the header `Authorization`, after `Bearer`. */
            token: string;
        };
        IngestTokenList: {
            items: components["schemas"]["IngestToken"][];
            /** How many may be valid at once. */
            mostValid: number;
            defaultDays: number;
            maxDays: number;
        };
        IngestTokenRequest: {
            label: string;
            days?: number;
        };
        /** One part of a snapshot. Part 0 begins it, the part with `final` ends it; an `error` says instead what kept it from being read. */
        ReportedPolicyPart: {
            feed: string;
            /** Made by the reporter; another one for each time it reads. */
            snapshot: string;
            sequence: number;
            policies?: components["schemas"]["ReportedPolicy"][];
            outcomes?: components["schemas"]["ReportedOutcome"][];
            tallies?: components["schemas"]["ReportedTally"][];
            exceptions?: components["schemas"]["ReportedException"][];
            final?: components["schemas"]["ReportedPolicyEnding"];
            error?: components["schemas"]["ObservationError"];
        };
        ReportedPolicyName: {
            engine: components["schemas"]["PolicyEngine"];
            kind: string;
            namespace?: string;
            name: string;
        };
        ReportedPolicy: components["schemas"]["ReportedPolicyName"] & {
            mode: components["schemas"]["PolicyMode"];
            ready?: boolean;
            notReadyBecause?: string;
            version?: string;
            title?: string;
            category?: string;
            severity?: components["schemas"]["PolicySeverity"];
            description?: string;
            remediation?: string;
            documentation?: string;
        };
        ReportedOutcome: {
            policy: components["schemas"]["ReportedPolicyName"];
            rule?: string;
            result: components["schemas"]["PolicyResult"];
            severity?: components["schemas"]["PolicySeverity"];
            category?: string;
            message?: string;
            resource: {
                apiVersion?: string;
                kind: string;
                namespace?: string;
                name?: string;
                controller?: {
                    apiVersion?: string;
                    kind: string;
                    name: string;
                };
            };
            exceptions?: string[];
            ownerLabel?: {
                value: string;
                from: "resource" | "namespace";
            };
            properties?: {
                [key: string]: string;
            };
        };
        ReportedTally: {
            policy: components["schemas"]["ReportedPolicyName"];
            pass?: number;
            passes: components["schemas"]["PassCount"];
            skip?: number;
            total?: number;
            evaluatedAt?: string;
        };
        ReportedException: {
            engine: components["schemas"]["PolicyEngine"];
            kind: string;
            apiVersion?: string;
            namespace?: string;
            name: string;
            policies: {
                kind?: string;
                name: string;
                rules?: string[];
            }[];
            scope: string;
            namespaces?: string[];
            tooBroad?: boolean;
            reason?: string;
            ticket?: string;
            requestedBy?: string;
            approvedBy?: string;
            createdAt?: string;
            expiresAt?: string;
        };
        ReportedPolicyEnding: {
            /** Nothing differs from the snapshot whose `state` part 0 was answered with. */
            unchanged?: boolean;
            state?: string;
            /** Those whose policies were all read. */
            engines: components["schemas"]["PolicyEngine"][];
            passes?: components["schemas"]["PassCount"];
            truncated?: boolean;
            evaluatedAt?: string;
            notes?: string[];
        };
        TakenPolicyPart: {
            taken: "part" | "snapshot" | "error";
            /** The number of the part that would be taken next. */
            next: number;
            /** Of part 0, the `state` of the last complete snapshot. */
            previous?: string;
        };
        /** The Kubernetes facts of one cluster. A kind whose reading failed carries its error. */
        ReportedObservations: {
            /** Format: date-time */
            observedAt: string;
            reporterVersion?: string;
            kubernetesNodes?: components["schemas"]["KubernetesNodesDocument"];
            kubernetesDisruption?: components["schemas"]["KubernetesDisruptionDocument"];
            kubernetesDeprecatedApis?: components["schemas"]["KubernetesDeprecatedApisDocument"];
            kubernetesAdmission?: components["schemas"]["KubernetesAdmissionDocument"];
            kubernetesAddons?: components["schemas"]["KubernetesAddonsDocument"];
            /** By kind, what kept it from being read. */
            errors?: {
                [key: string]: components["schemas"]["ObservationError"];
            };
        };
        /** One line of the bill of materials. */
        BillOfMaterialsPart: {
            group: "controlPlane" | "compute" | "addons" | "capabilities" | "other";
            /** Such as `nodegroup`, `fargateProfile`, `autoMode`, `karpenter`, `addon`, `selfManagedAddon` or `ARGOCD`. */
            kind: string;
            name: string;
            version?: string;
            /** What else tells it apart, such as instance types or an image. */
            detail?: string;
            newestVersion?: string;
            newestState: "current" | "behind" | "unknown";
            status?: string;
            healthIssues: components["schemas"]["HealthIssue"][];
            observation: components["schemas"]["ObservationAge"];
            /** For add-ons: with the present and the next minors, oldest first. */
            compatibility: components["schemas"]["AddonCompatibility"][];
            /** For compute: how many minors the kubelet trails the control plane. */
            minorsBehind?: number;
            nodes?: number;
            outlier?: components["schemas"]["Outlier"];
        };
        AddonCompatibility: {
            kubernetesVersion: string;
            compatible: "yes" | "no" | "unknown";
            /** The newest version that EKS lists for it. */
            newestVersion?: string;
            defaultVersion?: string;
        };
        /** How a part differs from the fleet's usual. */
        Outlier: {
            /** What most clusters of the same Kubernetes version have. */
            usual: string;
            /** Share of those clusters that have the usual, from 0 to 1. */
            share: number;
            /** How many clusters were compared. */
            clusters: number;
        };
        /**
         * `none`: EKS has what Git says. `changing`: all that differs is explained by what is under way. `notInGit`: no file describes it. `unknown`: Git or EKS was not read, or nothing of the file is understood.
         */
        DriftState: "none" | "drifted" | "changing" | "notInGit" | "unknown";
        /**
         * What is under way on the cluster that the difference may come from.
         */
        DriftExplanation: "rollout" | "request" | "update";
        DriftDifference: {
            /** In the bill of materials, with the names of parts, such as `compute.nodeGroups[general].maxSize`. */
            field: string;
            /** Of the node group, add-on or tag that it is about. */
            name?: string;
            kind: "changed" | "onlyInGit" | "onlyInEks";
            inGit?: string;
            inEks?: string;
            /**
             * Format: date-time
             * When the portal first saw it.
             */
            since: string;
            /**
             * Format: date-time
             * When EKS last changed the part by any update, as far as EKS keeps that.
             */
            changedAt?: string;
            explainedBy?: components["schemas"]["DriftExplanation"];
        };
        DriftUncompared: {
            field: string;
            /**
             * `notObserved`: what was read of EKS does not have it. `notCollected`: the portal reads nothing of it.
             */
            reason: "notObserved" | "notCollected";
        };
        /** What Git says, and where. */
        DriftSource: {
            /** Address of its page. */
            repository: string;
            path: string;
            /** Of the file at the commit. */
            url: string;
            commit: string;
            /**
             * Format: date-time
             * When the file was last read.
             */
            readAt: string;
            /** Whether all of the file is understood; else only what is understood is compared. */
            isWhole: boolean;
            problems: string[];
            /** Title of what applies it. */
            provisioner?: string;
        };
        /** What a request has that makes Git say what EKS has. */
        DriftAdoption: {
            thing: string;
            owner: string;
            /** All of the cluster as Git would have it. */
            spec: components["schemas"]["RequestSpec"];
            base: components["schemas"]["RequestBase"];
            /** Differences that it does away with. */
            fields: string[];
            /** Differences that it leaves, and why. */
            left: {
                field: string;
                /**
                 * `byRollout`: versions go by rollout. `fixed`: it cannot change. `notKnown`: not all of it was observed that Git would have to say. `notSayable`: the file cannot say it.
                 */
                reason: "byRollout" | "fixed" | "notKnown" | "notSayable";
            }[];
        };
        /** What a request has, with another `reconcileAt`, that makes the provisioner apply the file again. */
        DriftReturn: {
            thing: string;
            owner: string;
            /** All of the cluster as Git has it. */
            spec: components["schemas"]["RequestSpec"];
            base: components["schemas"]["RequestBase"];
            /** Differences that applying the file again does not do away with, as absence deletes nothing. */
            left: string[];
        };
        ClusterDrift: {
            state: components["schemas"]["DriftState"];
            /**
             * Format: date-time
             * When it was first found to be so.
             */
            since?: string;
            /** Format: date-time */
            judgedAt?: string;
            /** Why it is not known, or why Git does not describe it. */
            message?: string;
            git?: components["schemas"]["DriftSource"];
            /**
             * Format: date-time
             * When the control plane was last read.
             */
            observedAt?: string;
            differences: components["schemas"]["DriftDifference"][];
            uncompared: components["schemas"]["DriftUncompared"][];
            adoption?: components["schemas"]["DriftAdoption"];
            bringBack?: components["schemas"]["DriftReturn"];
        };
        BillOfMaterials: {
            cluster: components["schemas"]["Cluster"];
            /** Without the certificate authority and tags. */
            controlPlane?: components["schemas"]["ControlPlaneDocument"];
            parts: components["schemas"]["BillOfMaterialsPart"][];
            nodegroups?: components["schemas"]["Nodegroup"][];
            insights?: components["schemas"]["Insight"][];
            subnets?: components["schemas"]["Subnet"][];
            capacity?: components["schemas"]["ClusterCapacity"];
            observations: components["schemas"]["ObservationAge"][];
        };
        /** Asked for against there is. */
        ClusterCapacity: {
            nodes: number;
            allocatable: components["schemas"]["ResourceAmounts"];
            requested?: components["schemas"]["ResourceAmounts"];
            workloadPods?: number;
        };
        ReadinessVerdict: "ready" | "blocked" | "unknown";
        /**
         * `unknown`: something that a verdict needs is missing or stale.
         */
        FindingSeverity: "blocking" | "unknown" | "warning" | "info";
        /** What a finding is about. */
        FindingSubject: {
            /** Such as `addon`, `nodegroup`, `budget`, `deprecatedApi`, `insight`, `subnet`, `observation` or `cluster`. */
            kind: string;
            name: string;
            namespace?: string;
        };
        /** What was observed, where and when. */
        FindingEvidence: {
            /** The kind of observation, or `calendar`. */
            source: string;
            /** Format: date-time */
            observedAt?: string;
            /** Short facts, in words. */
            facts: {
                [key: string]: string;
            };
        };
        ReadinessFinding: {
            /** The same finding on the same cluster has the same key at every assessment and for every target. */
            key: string;
            /** The same cause on every cluster it hits. */
            causeKey: string;
            /** Such as `addon-incompatible`. */
            code: string;
            severity: components["schemas"]["FindingSeverity"];
            message: string;
            subject: components["schemas"]["FindingSubject"];
            evidence: components["schemas"]["FindingEvidence"];
            /** The version that cannot be reached, on a path over several. */
            hop?: string;
            /** Entity reference of who can clear it. */
            owner?: string;
            /**
             * Format: date-time
             * When it was first found.
             */
            since?: string;
            /**
             * Format: date-time
             * When it ends by itself if nothing else happens.
             */
            clearsAt?: string;
            /** What to do. */
            fix?: string;
            waiver?: components["schemas"]["Waiver"];
            /** Policies that fail on what it is about. */
            policies?: components["schemas"]["FindingPolicy"][];
        };
        /** A policy that fails on what a finding of readiness is about; its own findings are those of this policy on the cluster. */
        FindingPolicy: {
            id: string;
            name: string;
            /** Names of the resources that it fails on; left out where there are more. */
            resources?: string[];
        };
        /** An agreed, dated "go on in spite of this". */
        Waiver: {
            id: string;
            findingKey: string;
            reason: string;
            /** Format: date-time */
            until: string;
            /** Entity reference of the person. */
            by: string;
            /** Format: date-time */
            at: string;
            active: boolean;
        };
        WaiverRequest: {
            findingKey: string;
            reason: string;
            /**
             * Format: date-time
             * In the future, and at most 180 days from now.
             */
            until: string;
        };
        /** One step on the way to the target. */
        UpgradeStep: {
            kind: "controlPlane" | "addon" | "nodes";
            /** The add-on, the node group, or `control plane`. */
            subject: string;
            from?: string;
            to: string;
            reason?: string;
        };
        Readiness: {
            cluster: components["schemas"]["Cluster"];
            /** The version that was asked for, such as `1.35`. */
            target: string;
            /** The versions that a verdict can be asked for. */
            targets: string[];
            verdict: components["schemas"]["ReadinessVerdict"];
            /** The versions of the control plane on the way, the target last. */
            hops: string[];
            /** The whole way with the fewest node rolls. */
            steps: components["schemas"]["UpgradeStep"][];
            /** The gravest first. */
            findings: components["schemas"]["ReadinessFinding"][];
            inputs: components["schemas"]["ReadinessInput"][];
            /** Format: date-time */
            assessedAt: string;
        };
        /** What the verdict rests on. */
        ReadinessInput: {
            required: boolean;
            observation: components["schemas"]["ObservationAge"];
        };
        ReadinessItem: {
            entityRef: string;
            name: string;
            arn?: string;
            accountId?: string;
            accountName?: string;
            region?: string;
            environment?: string;
            owner?: string;
            version?: string;
            /** Left out where there is no such version for this cluster. */
            target?: string;
            verdict: components["schemas"]["ReadinessVerdict"];
            blockers: number;
            unknowns: number;
            warnings: number;
            waived: number;
            /** The message of the gravest finding. */
            firstBlocker?: string;
            support: components["schemas"]["Support"];
            /** Format: date-time */
            assessedAt?: string;
        };
        VerdictCounts: {
            ready: number;
            blocked: number;
            unknown: number;
            /** Clusters that are at the target or past it. */
            done: number;
        };
        ReadinessList: {
            items: components["schemas"]["ReadinessItem"][];
            totalItems: number;
            /** Over all clusters that fit the filters, whatever verdicts are asked for. */
            verdicts: components["schemas"]["VerdictCounts"];
            /** The versions that can be a target, oldest first. */
            targets: string[];
            pageInfo: components["schemas"]["PageInfo"];
        };
        BlockedCluster: {
            entityRef: string;
            name: string;
            accountId?: string;
            region?: string;
            environment?: string;
            owner?: string;
            /** Format: date-time */
            since?: string;
            /**
             * Format: date-time
             * When it clears by itself.
             */
            clearsAt?: string;
            subject: components["schemas"]["FindingSubject"];
            /** What was found on this cluster. */
            message: string;
            waived: boolean;
        };
        /** One cause over all clusters it hits. */
        Blocker: {
            causeKey: string;
            code: string;
            severity: components["schemas"]["FindingSeverity"];
            title: string;
            /** Of the cluster that has had it longest. */
            message: string;
            clusters: number;
            waived: number;
            owners: components["schemas"]["BlockerOwner"][];
            /**
             * Format: date-time
             * The longest.
             */
            since?: string;
            /**
             * Format: date-time
             * When it is gone from the last cluster by itself.
             */
            clearsAt?: string;
            fix?: string;
            /** Given where one cause was asked for. */
            hits?: components["schemas"]["BlockedCluster"][];
        };
        BlockerOwner: {
            /** Entity reference; empty where nobody is known. */
            owner: string;
            clusters: number;
        };
        BlockerList: {
            items: components["schemas"]["Blocker"][];
            /** Clusters that are not ready. */
            clusters: number;
            targets: string[];
        };
        TimelineEvent: {
            id: string;
            /** Format: date-time */
            at: string;
            /**
             * What it is about.
             */
            kind: "version" | "platform" | "nodegroup" | "addon" | "capability" | "update" | "readiness" | "waiver" | "health" | "created";
            tone: "neutral" | "good" | "warning" | "bad";
            title: string;
            detail?: string;
            /** Who said so, such as `EKS DescribeUpdate`. */
            source: string;
            /** An update id or the like. */
            reference?: string;
        };
        TimelineList: {
            items: components["schemas"]["TimelineEvent"][];
            pageInfo: components["schemas"]["PageInfo"];
        };
        CostMonth: {
            /** As in `2026-12`. */
            month: string;
            controlPlaneUsd: number;
            /** The part of it that extended support adds. */
            extendedSupportUsd: number;
            clustersExtended: number;
        };
        CostGroup: {
            /** The owner, account or environment; empty where it is not known. */
            value: string;
            title?: string;
            clusters: number;
            controlPlaneUsdPerMonth: number;
            extendedSupportUsdPerMonth: number;
            computeUsdPerMonth: number;
            /** Nodes of types that the price table does not have; they are not in the sum. */
            unpricedNodes: number;
            /** Clusters whose nodes are not known; they are not in the sum. */
            unobservedClusters: number;
            months: components["schemas"]["CostMonth"][];
        };
        /** A cluster with much more room than work. */
        CapacityItem: {
            entityRef: string;
            name: string;
            owner?: string;
            environment?: string;
            capacity: components["schemas"]["ClusterCapacity"];
            /** Requested of allocatable, from 0 to 1. */
            cpuShare?: number;
            memoryShare?: number;
            runsNothing: boolean;
        };
        /** US dollars. */
        CostReport: {
            groupBy: "owner" | "account" | "environment";
            groups: components["schemas"]["CostGroup"][];
            /** The next twelve, if no cluster moves. */
            months: components["schemas"]["CostMonth"][];
            total: components["schemas"]["CostGroup"];
            /** Instance types without a price. */
            unknownTypes: string[];
            emptiest: components["schemas"]["CapacityItem"][];
        };
        RefreshProgress: {
            /** Format: date-time */
            requestedAt?: string;
            total: number;
            done: number;
            running: boolean;
        };
        RolloutLifecycle: "draft" | "planned" | "running" | "paused" | "stopping" | "done" | "cancelled";
        WaveLifecycle: "planned" | "gated" | "running" | "baking" | "done" | "cancelled";
        /**
         * `queued` once its wave is open and until a slot is free.
         */
        CellState: "planned" | "queued" | "running" | "succeeded" | "failed" | "skipped" | "rollingBack" | "rolledBack";
        TrackState: "planned" | "running" | "succeeded" | "failed" | "skipped" | "rollingBack" | "rolledBack";
        /** Counts of cells; what is under way is not reached yet. */
        RolloutOutcome: {
            total: number;
            succeeded: number;
            failed: number;
            skipped: number;
            rolledBack: number;
            /** Of them some may be under way. */
            notReached: number;
        };
        WaitingCode: "fleet.stop" | "gate.approval" | "gate.hold" | "gate.readiness" | "gate.schedule" | "gate.freeze" | "gate.alarms" | "gate.prometheus" | "gate.argocd" | "gate.http" | "gate.policy" | "gate.zonalShift" | "gate.other" | "gate.unreadable" | "window.closed" | "bake.time" | "bake.samples" | "alarm.hold" | "alarm.pause" | "paused" | "slot.wave" | "slot.account" | "slot.repository" | "cluster.otherUpdate" | "cluster.otherRollout" | "cluster.unreachable" | "cluster.blocked" | "cluster.vanished" | "cluster.movedOutside" | "cluster.notObserved" | "update.inProgress" | "update.slow" | "pullRequest.review" | "pullRequest.checks" | "pullRequest.conflict" | "pullRequest.foreign" | "argocd.notSynced" | "argocd.notHealthy" | "provisioner.silent" | "observe.waiting" | "rollback.step" | "retry.backoff" | "source.unreachable" | "source.throttled" | "failures" | "approver.missing" | "unassigned";
        WaitingFor: {
            kind: "user" | "group" | "system";
            /** Entity reference of a user or group. */
            ref?: string;
            /** What a person calls it. */
            name: string;
        };
        /** Why it does not move: one code, one sentence, the earliest time it can, and who can move it. */
        Waiting: {
            code: components["schemas"]["WaitingCode"];
            /** One sentence: what it waits for, and what to do where somebody can. */
            message: string;
            /** Format: date-time */
            since?: string;
            /**
             * Format: date-time
             * The earliest time it can move, where that is known.
             */
            until?: string;
            /** Who can move it. */
            who?: components["schemas"]["WaitingFor"][];
            wave?: number;
            cellId?: string;
            gateId?: string;
        };
        /** What is carried over the fleet. */
        RolloutChange: {
            kind: "kubernetesVersion" | "addons" | "nodeImages";
            /** For `kubernetesVersion`: the version to reach, over as many minors as it takes. */
            version?: string;
            /** For `addons`: versions by name. For `kubernetesVersion`: `compatible` (the default) moves those that must move to the newest that fits, `leave` none, or versions by name. */
            addons?: ("compatible" | "leave") | {
                [key: string]: string;
            };
            /**
             * For `kubernetesVersion`: whether node groups follow the control plane (the default).
             */
            nodes?: "follow" | "leave";
            /** For `nodeImages`: `latest` (pinned at the start), or a release such as `1.34.2-20261110`. */
            releaseVersion?: string;
        };
        /** Which clusters. */
        RolloutSelection: {
            /** As in `/clusters`: of several, one must hold. */
            filter?: string[];
            /** ARNs, instead of a filter or besides. */
            clusters?: string[];
            /** ARNs that stay out. */
            exclude?: string[];
        };
        /** How long a wave bakes: less as more cells were done, down to a floor. */
        BakeRule: {
            /** After the first wave. 12h by default. As in `12h`, `90m`, `1d12h`. */
            first?: string;
            /** The least after any wave. 2h by default. As in `12h`, `90m`, `1d12h`. */
            floor?: string;
            /** How many good looks at its alarms and gates a bake asks for at least. */
            minimumSamples?: number;
        };
        GateSpec: {
            /** Such as `approval`, `readiness`, `schedule`, `freeze`, `alarms`, `prometheus`, `argocd`, `http`, `zonalShift`, `hold`. */
            type: string;
            title?: string;
            /** What this type of gate asks for. */
            with?: {
                [key: string]: unknown;
            };
        };
        WaveRule: {
            name: string;
            /** Of the clusters that no wave before has taken; all where left out. */
            match?: {
                /** All must hold; several values by commas. */
                labels?: {
                    [key: string]: string;
                };
                accounts?: string[];
                regions?: string[];
                environments?: string[];
                clusters?: string[];
            };
            /** How many of the matching cells this wave takes, of each wave where it is split; all by default. A number of cells, or a share of them as in `25%`, rounded down and at least one. */
            size?: string;
            /** One wave for each value of `account`, `region`, `environment` or `label:<key>`, the smallest first. */
            splitBy?: string;
            /** Whether the rules for production hold; by its environment where left out. */
            production?: boolean;
            /** Instead of the rule. As in `12h`, `90m`, `1d12h`. */
            bake?: string;
            /** A number of cells, or a share of the wave's as in `25%`. */
            concurrency?: string;
            /** How many cells may fail before it stops. A number of cells, or a share of the wave's as in `25%`. */
            failureBudget?: string;
            before?: components["schemas"]["GateSpec"][];
            after?: components["schemas"]["GateSpec"][];
        };
        /** When cells may start. */
        TimeWindow: {
            days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            /** As in `09:00`. */
            from: string;
            /** As in `17:00`; on the next day where it is not after `from`. */
            to: string;
            /** IANA, such as `Europe/Berlin`; UTC by default. */
            timeZone?: string;
        };
        /** When nothing may start. */
        Freeze: {
            name: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** Everywhere where left out. */
            environments?: string[];
        };
        /** What an alarm does; the first rule that fits. By default critical ones pause and others hold. */
        AlarmRule: {
            /** Labels of the alert, all of which must hold; every alert where left out. */
            match?: {
                [key: string]: string;
            };
            then: "hold" | "pause" | "ignore";
        };
        /** How a change is carried over the fleet. */
        RolloutStrategy: {
            name: string;
            title?: string;
            description?: string;
            /** `cluster` (the default), or `label:<key>` for one cell of all clusters with the same value. */
            cellBy?: string;
            waves: components["schemas"]["WaveRule"][];
            bake?: components["schemas"]["BakeRule"];
            /** 25% by default. A number of cells, or a share of the wave's as in `25%`. */
            concurrency?: string;
            /** Of each wave; 0 by default: the first failure stops. A number of cells, or a share of the wave's as in `25%`. */
            failureBudget?: string;
            /** Of the whole rollout. A number of cells, or a share of the wave's as in `25%`. */
            rolloutFailureBudget?: string;
            /** How often a failed step is tried again; 1 by default. */
            retries?: number;
            /**
             * When nodes follow. After the bake by default, since a rollback then needs no node work.
             */
            nodes?: "afterBake" | "withControlPlane";
            /**
             * With the executor `gitops`, one for each cell by default; `perWave` has one for the cells of a wave that start at the same moment.
             */
            pullRequests?: "perCell" | "perWave";
            /** Before each wave, besides its own. */
            before?: components["schemas"]["GateSpec"][];
            after?: components["schemas"]["GateSpec"][];
            windows?: components["schemas"]["TimeWindow"][];
            freezes?: components["schemas"]["Freeze"][];
            alarms?: {
                rules?: components["schemas"]["AlarmRule"][];
                /** How long it must be quiet before a hold ends by itself; 10m by default. */
                quiet?: string;
                /** A hold of this length pauses; 2h by default. */
                pauseAfter?: string;
            };
        };
        PlanProblem: {
            /** Such as `wave.empty`, `wave.largerThanAllBefore`, `wave.firstProductionNotOne`, `wave.wholeSystem`, `wave.bothOfPair`, `cluster.unassigned`, `wave.overlap`, `bake.pastRollback`. */
            code: string;
            severity: "error" | "warning";
            message: string;
            wave?: number;
            /** ARNs. */
            clusters?: string[];
        };
        TimeForecast: {
            /** Format: date-time */
            p50: string;
            /** Format: date-time */
            p90: string;
        };
        SupportForecast: {
            version: string;
            /** How many run it when the plan is made. */
            clusters: number;
            /**
             * Format: date-time
             * When its standard support ends.
             */
            end: string;
            /**
             * Whether all have left it before that: at p90, at p50 only, or not.
             */
            state: "before" | "maybe" | "after";
            /** What the clusters of this version still cost in extended support until they have moved, at p50, in US dollars. */
            extendedSupportUsd?: number;
        };
        /** How long one hop is taken to last. */
        DurationForecast: {
            kind: "controlPlane" | "addon" | "nodegroup";
            /**
             * Of hops that this portal has seen, by the same executor; `assumed` while there are fewer than five.
             */
            basis: "measured" | "assumed";
            /** How many were measured; 0 where it is assumed. */
            samples: number;
            /** Of a node group with one node. */
            p50Seconds: number;
            p90Seconds: number;
        };
        RolloutForecast: {
            /** Format: date-time */
            madeAt: string;
            end: components["schemas"]["TimeForecast"];
            /**
             * What durations were taken from; `assumed` where any kind of hop is.
             */
            basis: "measured" | "assumed";
            /** How many hops were measured. */
            samples?: number;
            /** By kind of hop that is still to be made. */
            durations?: components["schemas"]["DurationForecast"][];
            support: components["schemas"]["SupportForecast"][];
            /** Of all versions together. */
            extendedSupportUsd: number;
            /** What it runs into, such as freezes, windows and pauses, in words. */
            conflicts?: string[];
        };
        ApprovalDecision: {
            by: string;
            decision: "approve" | "reject";
            comment?: string;
            /** Format: date-time */
            at: string;
            planHash: string;
            /** The head commit that was approved, where there is one. */
            head?: string;
            /** Frozen with the decision. */
            evidence?: {
                [key: string]: unknown;
            };
            voidedBecause?: string;
        };
        Gate: {
            id: string;
            wave: number;
            phase: "before" | "after";
            type: string;
            title: string;
            /**
             * `unknown` holds as `shut` does.
             */
            state: "notStarted" | "shut" | "open" | "unknown" | "rejected" | "expired";
            waiting?: components["schemas"]["Waiting"];
            /** Format: date-time */
            checkedAt?: string;
            /** Format: date-time */
            openedAt?: string;
            /** What the last look saw. */
            evidence?: {
                [key: string]: unknown;
            };
            decisions?: components["schemas"]["ApprovalDecision"][];
            /** How many must approve. */
            needed?: number;
            /** Format: date-time */
            expiresAt?: string;
            /** Whether the reader may. */
            mayDecide?: boolean;
        };
        RolloutWave: {
            /** From 1. */
            index: number;
            name: string;
            /** The wave rule that made it. */
            rule?: string;
            lifecycle: components["schemas"]["WaveLifecycle"];
            outcome: components["schemas"]["RolloutOutcome"];
            /** Cells under way. */
            running?: number;
            cells: number;
            production: boolean;
            concurrency: components["schemas"]["ResolvedShare"];
            failureBudget: components["schemas"]["ResolvedShare"];
            bake: components["schemas"]["WaveBake"];
            gates: components["schemas"]["Gate"][];
            waiting?: components["schemas"]["Waiting"];
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            endedAt?: string;
            forecast?: {
                start: components["schemas"]["TimeForecast"];
                end: components["schemas"]["TimeForecast"];
            };
        };
        ResolvedShare: {
            asked: string;
            /** Cells. */
            resolved: number;
        };
        WaveBake: {
            /** That it must be healthy. */
            seconds: number;
            healthySeconds: number;
            stoodStillSeconds: number;
            samples: number;
            minimumSamples?: number;
            /** Format: date-time */
            startedAt?: string;
            /**
             * Format: date-time
             * At the earliest.
             */
            endsAt?: string;
            /** Format: date-time */
            endedAt?: string;
        };
        PlanState: {
            /** Format: date-time */
            madeAt: string;
            hash: string;
            problems: components["schemas"]["PlanProblem"][];
            /** Why it should be made anew, where it should. */
            stale?: string;
        };
        /** What the reader may do. */
        RolloutRights: {
            edit: boolean;
            start: boolean;
            pause: boolean;
            approve: boolean;
            force: boolean;
            rollback: boolean;
        };
        Rollout: {
            id: string;
            name: string;
            title: string;
            /** Grows with each edit and each act. */
            revision: number;
            lifecycle: components["schemas"]["RolloutLifecycle"];
            outcome: components["schemas"]["RolloutOutcome"];
            running?: number;
            waiting?: components["schemas"]["Waiting"];
            change: components["schemas"]["RolloutChange"];
            /** What clusters of it run or ran, as in `1.33`. */
            from?: string[];
            selection: components["schemas"]["RolloutSelection"];
            strategy: components["schemas"]["RolloutStrategy"];
            /** Whether the strategy of that name is another by now; the rollout keeps its copy. */
            strategyChanged?: boolean;
            executor: string;
            environments: string[];
            owners: string[];
            plan?: components["schemas"]["PlanState"];
            waves: components["schemas"]["RolloutWave"][];
            forecast?: components["schemas"]["RolloutForecast"];
            /** Clusters that fit the selection by now and are in no wave. */
            unassigned: number;
            /** Clusters that somebody else moved. */
            movedOutside?: number;
            /** The id of the rollout that this one finishes. */
            stragglersOf?: string;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            updatedBy?: string;
            /** Format: date-time */
            updatedAt?: string;
            startedBy?: string;
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            endedAt?: string;
            may: components["schemas"]["RolloutRights"];
        };
        RolloutList: {
            items: components["schemas"]["Rollout"][];
            totalItems: number;
            pageInfo: components["schemas"]["PageInfo"];
            /** By lifecycle, of all that the reader may read. */
            counts: {
                [key: string]: number;
            };
        };
        RolloutDraft: {
            title: string;
            change: components["schemas"]["RolloutChange"];
            selection: components["schemas"]["RolloutSelection"];
            strategy: components["schemas"]["RolloutStrategy"];
            executor: string;
            /** Of what was edited. */
            revision?: number;
        };
        PlannedCell: {
            name: string;
            wave: number;
            clusters: components["schemas"]["PlannedCluster"][];
        };
        PlannedCluster: {
            arn: string;
            entityRef: string;
            name: string;
            accountId: string;
            region: string;
            owner?: string;
            environment?: string;
            from?: string;
            tracks: components["schemas"]["Track"][];
            /** Which wave took it, and by what. */
            trace: string;
        };
        SkippedCluster: {
            arn: string;
            entityRef?: string;
            name: string;
            code: "alreadyThere" | "tooNew" | "foreign" | "noExecutor" | "notObserved" | "excluded";
            reason: string;
        };
        PreviewWave: {
            index: number;
            name: string;
            rule?: string;
            cells: number;
            clusters: number;
            production: boolean;
            concurrency: components["schemas"]["ResolvedShare"];
            failureBudget: components["schemas"]["ResolvedShare"];
            bakeSeconds: number;
            gates?: {
                phase: "before" | "after";
                type: string;
                title: string;
            }[];
            forecast: {
                start: components["schemas"]["TimeForecast"];
                end: components["schemas"]["TimeForecast"];
            };
        };
        RolloutPreview: {
            hash: string;
            waves: components["schemas"]["PreviewWave"][];
            cells: components["schemas"]["PlannedCell"][];
            unassigned: {
                arn: string;
                entityRef?: string;
                name: string;
                reason: string;
            }[];
            skipped: components["schemas"]["SkippedCluster"][];
            problems: components["schemas"]["PlanProblem"][];
            forecast: components["schemas"]["RolloutForecast"];
        };
        StepError: {
            /** The source's own code where it has one, such as `PodEvictionFailure`. */
            code: string;
            message: string;
            /** What to do. */
            advice?: string;
            resourceIds?: string[];
        };
        PullRequestRef: {
            url: string;
            number?: number;
            state?: "open" | "merged" | "closed" | "conflict";
            mergedBy?: string;
            headSha?: string;
            /** Format: date-time */
            mergedAt?: string;
        };
        /** Control plane, one add-on, or one node group of a cluster. */
        Track: {
            kind: "controlPlane" | "addon" | "nodegroup";
            /** Of the add-on or node group. */
            name?: string;
            from?: string;
            to?: string;
            /** What was last observed. */
            now?: string;
            /** Versions on the way, the last one included. */
            hops: string[];
            /** Which of them is under way or done last, from 1. */
            hop?: number;
            state: components["schemas"]["TrackState"];
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            endedAt?: string;
            attempt?: number;
            updateId?: string;
            pullRequest?: components["schemas"]["PullRequestRef"];
            waiting?: components["schemas"]["Waiting"];
            error?: components["schemas"]["StepError"];
        };
        RollbackClock: {
            state: "notNeeded" | "possible" | "nodesFirst" | "pastPoint" | "expired" | "notPossible";
            /** Format: date-time */
            until?: string;
            /** In words, with the reason where it is past the point of no return. */
            message: string;
            /**
             * By a pull request, by a call of EKS, by people one step after the other, or not at all.
             */
            way?: "git" | "direct" | "guided" | "none";
            readiness?: components["schemas"]["RollbackReadiness"];
            /** Where the way is guided, what people do one after the other. */
            steps?: components["schemas"]["RollbackStep"][];
        };
        /** Insights of EKS of category `ROLLBACK_READINESS`, which it has for seven days after an upgrade. */
        RollbackReadiness: {
            /**
             * Both `blocked` and `unknown` refuse it without `force`.
             */
            state: "passing" | "blocked" | "unknown";
            message: string;
            /** Format: date-time */
            observedAt?: string;
            insights: {
                name: string;
                /** `PASSING`, `WARNING`, `ERROR` or `UNKNOWN`. */
                status: string;
                reason?: string;
                recommendation?: string;
                /** Format: date-time */
                lastRefreshTime?: string;
            }[];
        };
        RollbackStep: {
            id: "suspend" | "rollBack" | "edit" | "resume";
            title: string;
            /**
             * As it was last observed.
             */
            state: "open" | "done" | "unknown";
            /** What to do, or by what it is known to be done. */
            message: string;
            /**
             * Format: date-time
             * When it was seen done, or said to be.
             */
            at?: string;
            /** Who said that it is done; left out for what was seen. */
            by?: string;
            /** Whether somebody may say that it is done, with the act `confirmStep`. */
            confirmable?: boolean;
            /** What a person with the rights runs. */
            command?: string;
            url?: string;
        };
        CellCluster: {
            arn: string;
            entityRef: string;
            name: string;
            accountId: string;
            region: string;
            owner?: string;
            environment?: string;
            tracks: components["schemas"]["Track"][];
            rollback?: components["schemas"]["RollbackClock"];
            movedOutside?: {
                /** Format: date-time */
                at: string;
                by?: string;
                message: string;
            };
            vanished?: boolean;
        };
        RolloutCell: {
            id: string;
            wave: number;
            /** In its wave, from 1. */
            index: number;
            name: string;
            state: components["schemas"]["CellState"];
            clusters: components["schemas"]["CellCluster"][];
            attempt: number;
            /** When it last changed, as a number that grows over the rollout. */
            revision: number;
            waiting?: components["schemas"]["Waiting"];
            error?: components["schemas"]["StepError"];
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            endedAt?: string;
        };
        RolloutCellList: {
            items: components["schemas"]["RolloutCell"][];
            totalItems: number;
            pageInfo: components["schemas"]["PageInfo"];
            /** For `changedAfter`. */
            revision: number;
        };
        /** What somebody asked for and a second person has to agree to. */
        CellRequest: {
            /** The `secondPerson` of who agrees. */
            id: string;
            act: "force" | "rollBack";
            /** A user's entity reference; anybody else may agree. */
            by: string;
            /** Format: date-time */
            at: string;
            reason: string;
            /** For `rollBack`: past what insights of EKS say against it. */
            force: boolean;
        };
        RolloutCellDetail: {
            cell: components["schemas"]["RolloutCell"];
            /** That wait for a second person; left out where none does. */
            requests?: components["schemas"]["CellRequest"][];
            log: components["schemas"]["RolloutLogEntry"][];
            may: components["schemas"]["RolloutRights"];
        };
        RolloutLogEntry: {
            id: number;
            /** Format: date-time */
            at: string;
            /** A user's entity reference, or `eks-fleet`. */
            actor: string;
            code: string;
            message: string;
            level: "info" | "warning" | "error";
            wave?: number;
            cellId?: string;
            /** ARN. */
            cluster?: string;
            /** What the person gave. */
            reason?: string;
            /** Of a pull request. */
            url?: string;
        };
        RolloutLog: {
            items: components["schemas"]["RolloutLogEntry"][];
            pageInfo: components["schemas"]["PageInfo"];
        };
        RolloutAct: {
            act: "plan" | "start" | "pause" | "resume" | "stop" | "cancel" | "skipWave" | "assign";
            /** Refused with 409 where it is another by now. */
            revision?: number;
            /** For `skipWave`. */
            wave?: number;
            /** ARNs, for `assign`: those of the unassigned tray that the last wave takes. */
            clusters?: string[];
            reason?: string;
        };
        RolloutCellAct: {
            act: "retry" | "skip" | "force" | "rollBack" | "confirmStep";
            /**
             * For `confirmStep`: of a guided rollback, the step that somebody says is done.
             */
            step?: "suspend" | "edit" | "resume";
            /** Needed for `force` and `rollBack`. */
            reason?: string;
            /** For `rollBack`: past what insights of EKS say against it. Needs `eks-fleet.rollout.force` besides, of both who ask and agree. */
            force?: boolean;
            /** For `force` and `rollBack`: the request that somebody else agrees to, its id. */
            secondPerson?: string;
        };
        GateDecision: {
            decision: "approve" | "reject" | "hold" | "release";
            comment?: string;
            /** Of the plan that was looked at. */
            planHash?: string;
        };
        ClusterRollouts: {
            items: {
                rollout: {
                    id: string;
                    name: string;
                    title: string;
                    lifecycle: components["schemas"]["RolloutLifecycle"];
                };
                wave?: {
                    index: number;
                    name: string;
                    lifecycle: components["schemas"]["WaveLifecycle"];
                };
                cell: components["schemas"]["RolloutCell"];
            }[];
        };
        SavedStrategy: {
            strategy: components["schemas"]["RolloutStrategy"];
            origin: "shipped" | "configured" | "saved";
            yaml: string;
            updatedBy?: string;
            /** Format: date-time */
            updatedAt?: string;
        };
        StrategyList: {
            items: components["schemas"]["SavedStrategy"][];
        };
        StrategySave: {
            strategy?: components["schemas"]["RolloutStrategy"];
            /** Instead of `strategy`. */
            yaml?: string;
        };
        FleetStop: {
            stopped: boolean;
            by?: string;
            /** Format: date-time */
            at?: string;
            reason?: string;
        };
        ProposalGround: {
            /** Of this portal; the branches of its proposals carry it. */
            installationId: string;
            /** Why nothing may be written to Git now, in a sentence. */
            halted?: string;
        };
        FleetStopRequest: {
            stopped: boolean;
            reason: string;
            /** The words `stop the fleet` or `let the fleet go on`. */
            confirm: string;
        };
        AlertSeverity: "critical" | "warning" | "info" | "unknown";
        AlertCluster: {
            arn: string;
            entityRef: string;
            name: string;
            accountId: string;
            region: string;
            owner?: string;
            environment?: string;
        };
        AlertChange: {
            /** Format: date-time */
            at: string;
            /** What changed on the cluster, in words. */
            message: string;
            /** Such as `rollout`, `timeline`. */
            source?: string;
            rolloutId?: string;
            cellId?: string;
        };
        AlertSourceRef: {
            kind: "alertmanager" | "cloudwatch";
            /** As in configuration. */
            id: string;
        };
        Alert: {
            /** With the source, what tells it from others. */
            fingerprint: string;
            /** `alertname`, or the alarm's name. */
            name: string;
            severity: components["schemas"]["AlertSeverity"];
            /**
             * `unknown` where its source has not been read for too long.
             */
            state: "firing" | "silenced" | "resolved" | "unknown";
            summary?: string;
            description?: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt?: string;
            /** Format: date-time */
            lastSeenAt: string;
            source: components["schemas"]["AlertSourceRef"];
            /** Those of it that the reader may read. */
            clusters: components["schemas"]["AlertCluster"][];
            /** Whether its label fits several clusters, so that it counts for each. */
            ambiguous?: boolean;
            /** In words, such as `label cluster_arn`. */
            joinedBy?: string;
            labels: {
                [key: string]: string;
            };
            runbook?: {
                url: string;
                origin: "alert" | "configured";
            };
            links: components["schemas"]["Link"][];
            /** What changed just before, the newest first; for one alert only. */
            changes?: components["schemas"]["AlertChange"][];
        };
        AlertSource: {
            kind: "alertmanager" | "cloudwatch";
            id: string;
            state: components["schemas"]["TargetState"];
            error?: components["schemas"]["ObservationError"];
            /** Format: date-time */
            lastSuccessAt?: string;
            watchdog?: "seen" | "lost" | "notExpected";
        };
        AlertList: {
            items: components["schemas"]["Alert"][];
            totalItems: number;
            pageInfo: components["schemas"]["PageInfo"];
            counts: {
                severity: {
                    [key: string]: number;
                };
                state: {
                    [key: string]: number;
                };
            };
            sources: components["schemas"]["AlertSource"][];
        };
        /**
         * What judges. `other` is named by the source of its results.
         */
        PolicyEngine: "kyverno" | "gatekeeper" | "vap" | "kubewarden" | "trivy" | "kube-bench" | "security-hub" | "falco" | "other";
        PolicySeverity: "critical" | "high" | "medium" | "low" | "info" | "unknown";
        /**
         * What happens to what breaks it: `enforce` refuses it, `warn` lets it in with a warning, `audit` records it. `mixed` where rules, namespaces or clusters differ.
         */
        PolicyMode: "enforce" | "warn" | "audit" | "off" | "mixed";
        /**
         * `warn`: broken, and not scored. `error`: could not be evaluated. `exempt`: broken or not, an exception covers it; neither pass nor fail.
         */
        PolicyResult: "fail" | "warn" | "error" | "exempt";
        /**
         * What is known of passes: `exact`; `atLeast` where they were counted in part; `notRecorded` where the engine keeps none. Only where it is `exact` is there a share.
         */
        PassCount: "exact" | "atLeast" | "notRecorded";
        PolicyRef: {
            /** The same for the same policy on all clusters. */
            id: string;
            engine: components["schemas"]["PolicyEngine"];
            /** Such as `ClusterPolicy` or `K8sRequiredLabels`; of a benchmark, its profile. */
            kind: string;
            namespace?: string;
            name: string;
        };
        PolicyFacts: components["schemas"]["PolicyRef"] & {
            title?: string;
            category?: string;
            severity: components["schemas"]["PolicySeverity"];
            description?: string;
            remediation?: string;
            /** A URL. */
            documentation?: string;
        };
        PolicyCounts: {
            fail: number;
            warn: number;
            error: number;
            exempt: number;
            /** Left out where it is not known. */
            pass?: number;
            passes?: components["schemas"]["PassCount"];
            /** Whether the engine keeps only the first of them, so that there are more findings than can be listed. */
            atLeast?: boolean;
        };
        Policy: components["schemas"]["PolicyFacts"] & {
            counts: components["schemas"]["PolicyCounts"];
            /** How many clusters are in each way; one can be in several. */
            clusters: {
                deployed?: number;
                failing: number;
                enforce: number;
                warn: number;
                audit: number;
                notReady: number;
                /** Where nothing fresh is known of it. */
                unknown: number;
            };
            newThisWeek: number;
            resolvedThisWeek: number;
        };
        PolicyList: {
            items: components["schemas"]["Policy"][];
            totalItems: number;
        };
        PolicySummary: {
            newThisWeek: number;
            resolvedThisWeek: number;
            counts: components["schemas"]["PolicyCounts"];
            /** Findings that fail, warn or could not be evaluated. */
            bySeverity?: {
                [key: string]: number;
            };
            overdue?: number;
            /** That end within 14 days. */
            exceptionsExpiring: number;
            /** That are past their end and still there. */
            exceptionsExpired: number;
            /** Pairs of policy and cluster that may be switched to enforce. */
            safeToEnforce: number;
            clusters: {
                total: number;
                withEngine: number;
                /** Read, and no policy engine is there. */
                withoutEngine: number;
                /** Never read, or not to be read. */
                unknown: number;
                stale: number;
            };
        };
        /**
         * `deployed`; `notDeployed` where the cluster's engine was read and has no such policy; `noEngine` where the engine itself is not there; `unknown` where nothing was read; `reported` where results name it and policies of its engine cannot be read.
         */
        PolicyCellState: "deployed" | "notDeployed" | "noEngine" | "unknown" | "reported";
        /**
         * Against what Git says. `missing`, `unexpected`, or which part differs.
         */
        PolicyDrift: "missing" | "unexpected" | "mode" | "version";
        PolicyCell: {
            state: components["schemas"]["PolicyCellState"];
            mode?: components["schemas"]["PolicyMode"];
            /** Left out where the engine does not say. */
            ready?: boolean;
            notReadyBecause?: string;
            /** Of the chart or library that brought it. */
            version?: string;
            fail?: number;
            warn?: number;
            error?: number;
            exempt?: number;
            pass?: number;
            passes?: components["schemas"]["PassCount"];
            atLeast?: boolean;
            severity?: components["schemas"]["PolicySeverity"];
            stale?: boolean;
            /**
             * Format: date-time
             * When its results were last read whole, or last audited by the engine, whichever is older.
             */
            observedAt?: string;
            drift?: components["schemas"]["PolicyDrift"];
            /** Whether it may be switched to enforce there, where a column is a cluster. */
            safeToEnforce?: boolean;
            /** How many clusters it stands for, where a column is several. */
            clusters?: number;
            deployedOn?: number;
        };
        PolicyMatrixColumn: {
            /** An ARN, or the value that its clusters share. */
            key: string;
            title: string;
            /** The environment, where a column is a cluster. */
            group?: string;
            /** Where a column is a cluster. */
            entityRef?: string;
            clusters: number;
            /** Those that are there, where a column is a cluster. */
            engines?: components["schemas"]["PolicyEngine"][];
            stale?: boolean;
            /** Whether nothing was ever read of it. */
            unknown?: boolean;
        };
        /** What goes by one name, whichever engine holds it where. */
        SharedPolicyMatrixRow: {
            /** The worst of them, with the counts of all. */
            policy: components["schemas"]["Policy"];
            policies: components["schemas"]["PolicyRef"][];
            /** One for each column, in their order; its place among the cells of the matrix. */
            cells: number[];
            /** When each of them was, its place among the times of the matrix; -1 for never. */
            observed: number[];
        };
        /** Each cell and each time is there once, however many columns and rows have it so. */
        SharedPolicyMatrix: {
            by: "cluster" | "environment" | "account" | "owner";
            columns: components["schemas"]["PolicyMatrixColumn"][];
            /** By category, then the worst first. */
            rows: components["schemas"]["SharedPolicyMatrixRow"][];
            /** Without `observedAt`, which is hardly ever the same. */
            cells: components["schemas"]["PolicyCell"][];
            /** Each `observedAt` of a cell. */
            times: string[];
        };
        PolicyTrend: {
            points: {
                /** UTC, `2026-11-29`. */
                day: string;
                fail: number;
                warn: number;
                error: number;
                exempt: number;
            }[];
            /** The first day that anything was recorded of these clusters. */
            since?: string;
        };
        PolicyDetail: components["schemas"]["Policy"] & {
            /** Of those that fail, the most findings first. */
            rules: {
                rule: string;
                findings: number;
            }[];
            links: components["schemas"]["Link"][];
            safeToEnforce: {
                /** For how many days nothing unexempted may have failed. */
                days: number;
                clusters: number;
            };
        };
        /** Whether nothing that is not exempt has failed for long enough. */
        SafeToEnforce: {
            verdict: "safe" | "notYet" | "failing" | "enforced" | "unknown";
            message: string;
            /** Format: date-time */
            quietSince?: string;
            /**
             * Format: date-time
             * When it will be, if nothing fails until then.
             */
            safeAt?: string;
        };
        PolicyCluster: {
            cluster: components["schemas"]["PolicyClusterRef"];
            cell: components["schemas"]["PolicyCell"];
            safeToEnforce: components["schemas"]["SafeToEnforce"];
        };
        PolicyClusterRef: {
            arn: string;
            entityRef: string;
            name: string;
            accountId: string;
            accountName?: string;
            region: string;
            environment?: string;
            owner?: string;
        };
        PolicyClusterList: {
            items: components["schemas"]["PolicyCluster"][];
            totalItems: number;
            pageInfo: components["schemas"]["PageInfo"];
        };
        /** One source of a cluster's policies or results. */
        PolicyFeed: {
            /** Such as `policyReports`. */
            kind: string;
            state: components["schemas"]["SourceState"];
            error?: components["schemas"]["ObservationError"];
            /** Whether the cluster itself brings it, and nobody here reads it. */
            pushed?: boolean;
            /**
             * Format: date-time
             * Of the last complete snapshot.
             */
            observedAt?: string;
            /**
             * Format: date-time
             * When the engine itself last looked, where it says; the oldest.
             */
            evaluatedAt?: string;
            passes?: components["schemas"]["PassCount"];
            /** Whether the engine keeps only some of what it finds. */
            truncated?: boolean;
            /** What else is to be known of it, in sentences. */
            notes?: string[];
        };
        ClusterPolicies: {
            items: {
                policy: components["schemas"]["PolicyFacts"];
                cell: components["schemas"]["PolicyCell"];
                /** Out of the portal, about the policy on this cluster. */
                links?: components["schemas"]["Link"][];
            }[];
            /** Out of the portal, about the cluster. */
            links?: components["schemas"]["Link"][];
            feeds: components["schemas"]["PolicyFeed"][];
            engines: components["schemas"]["PolicyEngine"][];
            counts: components["schemas"]["PolicyCounts"];
            /** Those with findings, the most first; 100 at most. */
            namespaces?: {
                namespace: string;
                findings: number;
            }[];
        };
        FindingResource: {
            apiVersion?: string;
            kind: string;
            namespace?: string;
            name?: string;
        };
        PolicyFinding: {
            /** The same over rescans, renamed messages and pods. */
            fingerprint: string;
            policy: components["schemas"]["PolicyFacts"];
            rule?: string;
            result: components["schemas"]["PolicyResult"];
            severity: components["schemas"]["PolicySeverity"];
            mode?: components["schemas"]["PolicyMode"];
            message?: string;
            cluster: components["schemas"]["PolicyClusterRef"];
            resource: components["schemas"]["FindingResource"];
            /** Entity reference; empty where there is none. */
            owner: string;
            /**
             * What says so.
             */
            ownerFrom: "resource" | "namespace" | "component" | "cluster";
            /** Format: date-time */
            firstSeen: string;
            /**
             * Format: date-time
             * The last complete snapshot that had it.
             */
            lastSeen: string;
            /** Format: date-time */
            resolvedAt?: string;
            /** Whether its source has not been read for too long, so that it may be gone. */
            stale?: boolean;
            /** Format: date-time */
            dueAt?: string;
            assignment?: components["schemas"]["FindingAssignment"];
            /** Names of the exceptions that cover it, as `namespace/name`. */
            exceptions?: string[];
            /** The feed that it is from, such as `policyReports`. */
            source: string;
            /** What else the engine says; 20 at most. */
            properties?: {
                [key: string]: string;
            };
            /** For one finding only. */
            links?: components["schemas"]["Link"][];
        };
        FindingAssignment: {
            /** Entity reference of a user or group. */
            assignee: string;
            note?: string;
            by: string;
            /** Format: date-time */
            at: string;
        };
        FindingAssignmentRequest: {
            /** Entity reference of a user or group; an empty string takes the assignment away. */
            assignee: string;
            note?: string;
        };
        PolicyFindingList: {
            items: components["schemas"]["PolicyFinding"][];
            totalItems: number;
            /** Whether there are more than were counted. */
            totalIsAtLeast?: boolean;
            pageInfo: components["schemas"]["PageInfo"];
        };
        FindingFacets: {
            facets: {
                [key: string]: components["schemas"]["FacetValue"][];
            };
            /** Whether there are more than were counted. */
            isAtLeast?: boolean;
        };
        /**
         * `expired`: past its end and still in the cluster. Where it has no end, `active`.
         */
        PolicyExceptionState: "active" | "expiring" | "expired";
        PolicyException: {
            id: string;
            engine: components["schemas"]["PolicyEngine"];
            /** Such as `PolicyException`; `constraint` or `config` where Gatekeeper leaves namespaces out. */
            kind?: string;
            namespace?: string;
            name: string;
            policies: {
                /** Where it is known on these clusters. */
                id?: string;
                kind?: string;
                name: string;
                rules?: string[];
            }[];
            /** What it covers, in a few words. */
            scope?: string;
            namespaces?: string[];
            reason?: string;
            ticket?: string;
            requestedBy?: string;
            approvedBy?: string;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            expiresAt?: string;
            state: components["schemas"]["PolicyExceptionState"];
            flags: ("unused" | "tooBroad" | "honouredAfterExpiry" | "endless")[];
            /** Id of the request that it was asked for by in the portal. */
            request?: string;
            /** Findings that name it. */
            exempted?: number;
            clusters: components["schemas"]["PolicyClusterRef"][];
        };
        /** From a finding, or from a policy, a cluster and a namespace. */
        ExceptionAsk: {
            /** Fingerprint. */
            finding?: string;
            /** Id; without `finding`. */
            policy?: string;
            /** ARN; without `finding`. */
            cluster?: string;
            /** Without `finding`. */
            namespace?: string;
            /**
             * `resource`: what the finding is on, with all that it makes. `namespace`: the namespace and all that is in it.
             */
            scope: "resource" | "namespace";
            /**
             * `cluster`: this one. `environment`: all clusters of its environment that have the policy and that the caller may ask for.
             */
            clusters: "cluster" | "environment";
            reason?: string;
            ticket?: string;
            /** A time with its zone, or a day, which ends in UTC. */
            expiresAt?: string;
        };
        ExceptionProblem: {
            field: "finding" | "policy" | "cluster" | "namespace" | "scope" | "clusters" | "reason" | "ticket" | "expiresAt";
            message: string;
        };
        /**
         * `policies.kyverno.io` and `kyverno.io`: a PolicyException of that group. `gatekeeper`: an entry of `exceptions` in the values of the chart fleet-policies.
         */
        ExceptionRendering: "policies.kyverno.io" | "kyverno.io" | "gatekeeper";
        ExceptionFile: {
            /** In the repository. */
            path: string;
            /** ARN. */
            cluster: string;
            /** The whole file; of values, only the part that is added. */
            text: string;
        };
        ExceptionScope: {
            kind: "resource" | "namespace";
            /** Left out for what is in none. */
            namespace?: string;
            resource?: {
                kind: string;
                name: string;
            };
        };
        ExceptionPreview: {
            problems: components["schemas"]["ExceptionProblem"][];
            /** What else is to be known of it, in sentences. */
            notes: string[];
            policy?: components["schemas"]["PolicyFacts"];
            rendering?: components["schemas"]["ExceptionRendering"];
            scope?: components["schemas"]["ExceptionScope"];
            /** As far as it can be told; an id follows it. */
            name?: string;
            clusters: components["schemas"]["PolicyClusterRef"][];
            /** Address of its page. */
            repository?: string;
            files: components["schemas"]["ExceptionFile"][];
            /** Unified, against the repository as it is; empty where it could not be read, which `notes` then say. */
            diff: string;
            /** Open findings that it would cover, on clusters that the caller may read. */
            findings: {
                count: number;
                isAtLeast?: boolean;
                /** The first of them, the worst first. */
                items: components["schemas"]["PolicyFinding"][];
            };
            /** How many days from now it may last. */
            maxDays?: number;
            ticketRequired?: boolean;
            approval?: components["schemas"]["ExceptionApproval"];
        };
        /**
         * `required`: a second person agrees in the portal before anything is proposed. `git`: whoever merges the pull request agrees.
         */
        ExceptionApproval: "required" | "git";
        /**
         * `pendingApproval`: waits for a second person. `proposed`: agreed to, the pull request is being opened or is open. `merged`: in Git, not yet on all clusters. `inForce`: seen on each of its clusters. `expired`: at its end; its removal is proposed and followed. `removed`: gone from the clusters. `rejected`: by a person. `closed`: its pull request was closed unmerged. `cancelled`: taken back, or past its end before it was merged. `failed`: it cannot go on; `message` says what to do.
         */
        ExceptionRequestState: "pendingApproval" | "proposed" | "merged" | "inForce" | "expired" | "removed" | "rejected" | "closed" | "cancelled" | "failed";
        ExceptionRequestCluster: {
            cluster: components["schemas"]["PolicyClusterRef"];
            /**
             * Format: date-time
             * When it was first seen there.
             */
            inForceAt?: string;
            /**
             * Format: date-time
             * When it was first seen to be gone.
             */
            goneAt?: string;
        };
        ExceptionPullRequest: {
            number: number;
            url: string;
            state: "open" | "merged" | "closed";
            /** Login at the Git host. */
            mergedBy?: string;
            /** Format: date-time */
            mergedAt?: string;
        };
        ExceptionEvent: {
            /** Format: date-time */
            at: string;
            /** Entity reference; left out where the portal did it. */
            by?: string;
            message: string;
        };
        ExceptionRequest: {
            id: string;
            /** Of the object, or the key in the values. */
            name: string;
            state: components["schemas"]["ExceptionRequestState"];
            /** What it waits for, or why it ended, in a sentence. */
            message?: string;
            /** What is not as it was agreed to, and should be looked at by somebody. */
            problem?: string;
            policy: components["schemas"]["PolicyRef"];
            /** Fingerprint of the finding that it was asked from. */
            finding?: string;
            rendering: components["schemas"]["ExceptionRendering"];
            scope: components["schemas"]["ExceptionScope"];
            /** Those that the caller may read. */
            clusters: components["schemas"]["ExceptionRequestCluster"][];
            /** On how many of `clusters` it was seen and is not gone. */
            inForceOn: number;
            reason: string;
            ticket?: string;
            /** Format: date-time */
            expiresAt: string;
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            approval: components["schemas"]["ExceptionApproval"];
            decision?: {
                verdict: "approve" | "reject";
                by: string;
                /** Format: date-time */
                at: string;
                comment?: string;
            };
            /** Who had it end before its time. */
            endedEarly?: {
                by: string;
                /** Format: date-time */
                at: string;
            };
            /** Of what is decided about. */
            contentHash: string;
            pullRequest?: components["schemas"]["ExceptionPullRequest"];
            removal?: components["schemas"]["ExceptionPullRequest"];
            /** What the caller may do with it now; what is refused says why. */
            rights: {
                decide: boolean;
                cancel: boolean;
                remove: boolean;
            };
            /** For one request only. */
            files?: components["schemas"]["ExceptionFile"][];
            /** For one request only; the oldest first. */
            events?: components["schemas"]["ExceptionEvent"][];
        };
        ExceptionRequestList: {
            items: components["schemas"]["ExceptionRequest"][];
            totalItems: number;
            pageInfo: components["schemas"]["PageInfo"];
        };
        ExceptionDecision: {
            verdict: "approve" | "reject";
            comment?: string;
            /** Of what was looked at. */
            contentHash: string;
        };
        /** What a policy does not look at; `*` stands for any part of a name. */
        PolicyExclusion: {
            namespaces?: string[];
            resources?: {
                kind?: string;
                namespace?: string;
                name?: string;
            }[];
        };
        PolicyLayer: {
            /** In the fleet repository. */
            path: string;
            /**
             * `default`: for all clusters. `label`: for those with a label, such as an environment or a tenant. `cluster`: for one cluster alone.
             */
            kind: "default" | "label" | "cluster";
            /** Such as `environment`. */
            label?: string;
            /** Of the label; the name of the cluster. */
            value?: string;
            /** How many it reaches of those that the caller may read. */
            clusters?: number;
            /** What it says of the policy itself; what is left out comes from the layers below it. */
            says: {
                mode?: components["schemas"]["PolicyMode"];
                parameters?: {
                    [key: string]: unknown;
                };
                exclude?: components["schemas"]["PolicyExclusion"];
            };
            /** Whether the caller may edit policies on each cluster that it reaches. */
            mayEdit: boolean;
        };
        /** What of a policy can be set, by the values schema of the chart. */
        PolicyParameter: {
            name: string;
            /**
             * `other` cannot be set here.
             */
            type: "text" | "number" | "boolean" | "texts" | "other";
            /** All that a text can be. */
            choices?: string[];
            /** By default. */
            value?: unknown;
        };
        PolicyLayers: {
            /** Why no policy can be switched here, in a sentence. */
            problem?: string;
            /** Names of all policies of the chart. */
            policies: string[];
            /** The one that was asked about, where the chart has it. */
            policy?: string;
            exclude?: components["schemas"]["PolicyExclusion"];
            /** Of the policy. */
            parameters: components["schemas"]["PolicyParameter"][];
            /** The lowest first; of clusters alone, only what was asked for. */
            layers: components["schemas"]["PolicyLayer"][];
            /** Address of its page. */
            repository?: string;
        };
        /** What is set in the layer; fields that are left out stay as they are. */
        PolicyChange: {
            mode?: "enforce" | "warn" | "audit" | "off";
            parameters?: {
                [key: string]: unknown;
            };
            exclude?: components["schemas"]["PolicyExclusion"];
            /** What the layer is to say no more, so that the layers below it do. */
            leave?: string[];
        };
        /** In one layer, or in the layer of each of some clusters. */
        PolicyEditAsk: {
            /** Name of a policy of the chart. */
            policy: string;
            /** Path of a layer. */
            layer?: string;
            /** ARNs; without `layer`. */
            clusters?: string[];
            change: components["schemas"]["PolicyChange"];
            reason?: string;
            ticket?: string;
            /** Of the preview that was looked at; without it nothing is proposed. */
            contentHash?: string;
        };
        PolicyEditProblem: {
            /** Such as `layer` or `change.parameters.targetVersion`. */
            field: string;
            message: string;
        };
        /** How a policy is to be on a cluster. Parameters and exclusions only where they change. */
        PolicySetting: {
            mode: components["schemas"]["PolicyMode"];
            severity?: components["schemas"]["PolicySeverity"];
            parameters?: {
                [key: string]: unknown;
            };
            exclude?: components["schemas"]["PolicyExclusion"];
        };
        /**
         * `changes`: something changes there. `same`: it is so already. `overridden`: a later layer says otherwise. `unknown`: its layers cannot be read as they are.
         */
        PolicyEditEffect: "changes" | "same" | "overridden" | "unknown";
        PolicyEditCluster: {
            cluster: components["schemas"]["PolicyClusterRef"];
            effect: components["schemas"]["PolicyEditEffect"];
            engine?: components["schemas"]["PolicyEngine"];
            before?: components["schemas"]["PolicySetting"];
            after?: components["schemas"]["PolicySetting"];
            /** Paths of the layers that have the last word. */
            overriddenBy?: string[];
            problem?: string;
            safeToEnforce?: components["schemas"]["SafeToEnforce"];
            /**
             * Format: date-time
             * When it was first seen there.
             */
            inForceAt?: string;
            /**
             * Format: date-time
             * When Git was seen to say something else again.
             */
            supersededAt?: string;
            /**
             * Format: date-time
             * When the cluster was seen to be gone.
             */
            goneAt?: string;
        };
        /** What becomes of findings. `findingsGo`: what fails is not looked at any more. `refused`: what fails is refused at its next change. `letIn`: what fails is not refused any more. `notKnown`: it was never evaluated there. `judgedAnew`: what fails is judged by something else. `unchanged`: findings stay as they are. `nothing`: nothing changes on any cluster. */
        PolicyEditOutcome: {
            code: "findingsGo" | "refused" | "letIn" | "notKnown" | "judgedAnew" | "unchanged" | "nothing";
            message: string;
            /** That this is said of. */
            clusters?: number;
            /** Of findings. */
            count?: number;
            isAtLeast?: boolean;
            /** What other clusters of the same environments have, that evaluate it. */
            hints?: {
                environment: string;
                clusters: number;
                findings: number;
            }[];
        };
        /** How many clusters the layers reach, by what the edit does there. */
        PolicyEditCounts: {
            changes: number;
            same: number;
            overridden: number;
            unknown: number;
        };
        PolicyEditPreview: {
            problems: components["schemas"]["PolicyEditProblem"][];
            /** What else is to be known of it, in sentences. */
            notes: string[];
            /** Paths of the files that change. */
            layers: string[];
            /** Address of its page. */
            repository?: string;
            /** That it was held against. */
            baseCommit?: string;
            /** Unified. */
            diff: string;
            /** Of what was looked at; left out where it cannot be proposed. */
            contentHash?: string;
            counts: components["schemas"]["PolicyEditCounts"];
            /** Those where something changes first; 200 at most. */
            clusters: components["schemas"]["PolicyEditCluster"][];
            outcomes: components["schemas"]["PolicyEditOutcome"][];
        };
        /**
         * `proposed`: the pull request is being opened or is open. `merged`: in Git, not yet seen on all clusters. `inForce`: each cluster has the mode that Git says. `superseded`: Git says something else again. `closed`: its pull request was closed unmerged, or it was taken back. `failed`: it cannot go on; `message` says what to do.
         */
        PolicyEditState: "proposed" | "merged" | "inForce" | "superseded" | "closed" | "failed";
        PolicyEdit: {
            id: string;
            state: components["schemas"]["PolicyEditState"];
            /** What it waits for, or why it ended, in a sentence. */
            message?: string;
            /** What is not as it was proposed, and should be looked at by somebody. */
            problem?: string;
            /** Name of the policy in the chart. */
            policy: string;
            change: components["schemas"]["PolicyChange"];
            /** Paths of its files; of a cluster that the caller may not read, none. */
            layers: string[];
            counts: components["schemas"]["PolicyEditCounts"];
            /** On how many of those that change it was seen. */
            inForceOn: number;
            reason: string;
            ticket?: string;
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            pullRequest?: components["schemas"]["ExceptionPullRequest"];
            /** What the caller may do with it now. */
            rights: {
                cancel: boolean;
            };
            /** For one edit only, and who may read all of its clusters. */
            diff?: string;
            /** For one edit only, those that the caller may read; 200 at most. */
            clusters?: components["schemas"]["PolicyEditCluster"][];
            /** For one edit only; the oldest first. */
            events?: components["schemas"]["ExceptionEvent"][];
        };
        PolicyEditList: {
            items: components["schemas"]["PolicyEdit"][];
            totalItems: number;
            pageInfo: components["schemas"]["PageInfo"];
        };
        PolicyExceptionList: {
            items: components["schemas"]["PolicyException"][];
            totalItems: number;
            pageInfo: components["schemas"]["PageInfo"];
            counts?: {
                [key: string]: number;
            };
        };
        RequestKind: "cluster" | "namespace" | "application";
        /**
         * `extend` moves the day on which a thing ends, and nothing else. `adopt` takes what is there already into Git.
         */
        RequestOperation: "create" | "change" | "delete" | "adopt" | "extend";
        /**
         * `draft`: kept, and nothing was done yet. `pendingApproval`: waits for somebody's decision. `proposed`: the pull request is being opened or is open. `merged`: in Git. `synced`: Argo CD has it. `provisioning`: it is coming into being, or going, where it lives. `registered`: the portal knows it there. `ready`: done. `failed`: it went wrong, and `message` says how. `rejected`: an approver refused. `cancelled`: taken back, or its pull request was closed unmerged. `expired`: nobody decided, or merged it, in time.
         */
        RequestState: "draft" | "pendingApproval" | "proposed" | "merged" | "synced" | "provisioning" | "registered" | "ready" | "failed" | "rejected" | "cancelled" | "expired";
        /** What a request is about. One request for a thing is under way at a time. */
        RequestThing: {
            kind: components["schemas"]["RequestKind"];
            /** `cluster/<account>/<region>/<name>`, `namespace/<account>/<region>/<cluster>/<namespace>` or `application/<team>/<application>/<environment>`. */
            key: string;
            /** Such as `payments-dev on prod-1`. */
            title: string;
        };
        /** The cluster that a request is about, or that its thing lives on. */
        RequestCluster: {
            name: string;
            accountId: string;
            accountName?: string;
            region: string;
            /** Left out where no such cluster was discovered. */
            arn?: string;
            /** Left out where no such cluster was discovered, and where the caller may not read it. */
            entityRef?: string;
            environment?: string;
        };
        /** What is wanted, as data: a `ClusterSpec`, a `NamespaceSpec` or an `ApplicationSpec` of the common library, which also has the check of each. */
        RequestSpec: {
            [key: string]: unknown;
        };
        /** What is wrong with one field of a form. */
        RequestProblem: {
            /** Such as `spec.quota.cpu`, `reason` or `owner`; empty for the whole. */
            field: string;
            /** What would be right, in words that follow the field's name. */
            message: string;
        };
        VerdictOutcome: "allow" | "needsApproval" | "deny";
        VerdictReason: {
            /** Such as `quotaExceeded`; stable, for those who test it. */
            code: string;
            /**
             * What this reason alone leads to; a `note` leads to nothing, and is to be known.
             */
            outcome: "needsApproval" | "deny" | "note";
            /** Path in the spec, such as `compute.nodeGroups[0].maxSize`; left out where it is about the whole. */
            field?: string;
            /** What is wrong, and what would be right. */
            message: string;
            limit?: components["schemas"]["VerdictLimit"];
        };
        /** The numbers of a limit that is reached. */
        VerdictLimit: {
            resource: components["schemas"]["QuotaResource"];
            limit: number;
            /** By all else that the owner has or is promised. */
            used: number;
            /** What the request comes to when it is done. */
            asked: number;
            /** Before the request; below zero where the limit was lowered below use. */
            left: number;
        };
        /** Whether somebody may have what they ask for, and why. */
        RequestVerdict: {
            outcome: components["schemas"]["VerdictOutcome"];
            /** Denials first, then what needs approval, then notes. */
            reasons: components["schemas"]["VerdictReason"][];
        };
        /** A month: with the least that can run, with what is meant to run, and with the most. */
        CostRange: {
            minimum: number;
            expected: number;
            maximum: number;
        };
        CostPart: {
            kind: "controlPlane" | "extendedSupport" | "nodeGroup" | "autoMode" | "autoModeSurcharge" | "volumes" | "natGateways" | "loadBalancers" | "namespaceShare" | "namespaceStorage";
            /** Of the node group, where it is one. */
            name?: string;
            before: components["schemas"]["CostRange"];
            after: components["schemas"]["CostRange"];
            /** How the figure after comes about. */
            detail: string;
        };
        /** Something whose price is not known. It is in no sum. */
        UnknownPrice: {
            /** Of what, such as `2 to 6 nodes of x2idn.16xlarge`. */
            name: string;
            /** What would make it known. */
            missing: string;
            /** Path in the spec. */
            field?: string;
            /** Whether it is there already, as it is. */
            unchanged: boolean;
        };
        /** What something costs before and after, a month of 730 hours. */
        CostEstimate: {
            /** Such as `USD`. */
            currency: string;
            before: components["schemas"]["CostRange"];
            after: components["schemas"]["CostRange"];
            parts: components["schemas"]["CostPart"][];
            /** What the sums do not hold: with one of them, they say "at least". */
            unknown: components["schemas"]["UnknownPrice"][];
            /** What was taken to be so, in sentences. */
            assumptions: string[];
        };
        /**
         * What owners have quotas of: counts, cores, GiB, and US dollars a month.
         */
        QuotaResource: "clusters" | "namespaces" | "vcpu" | "memoryGib" | "storageGib" | "monthlyCost";
        /** One quota of an owner, as it stands. */
        QuotaUse: {
            resource: components["schemas"]["QuotaResource"];
            /** Left out where there is none. */
            limit?: number;
            /** What is there. */
            used: number;
            /** What requests that are under way add to that. */
            reserved: number;
            /** Left out where there is no limit; below zero where it was lowered below use. */
            left?: number;
            /** How many of the owner's clusters and namespaces nobody knows this of; they are not in `used`. */
            unknown: number;
            /** What is asked for here, more than its thing has now; below zero where it gives back. Left out where nothing is asked for. */
            wanted?: number;
        };
        RequestQuota: {
            /** Entity reference. */
            owner: string;
            resources: components["schemas"]["QuotaUse"][];
        };
        RequestQuotaList: {
            items: components["schemas"]["RequestQuota"][];
        };
        /** Who has to agree before anything is proposed. */
        RequestApproval: {
            needed: boolean;
            /** Name of the rule of `eksFleet.requests.approvals` that said so. */
            rule?: string;
            /** Why it needs an approval, or why it needs none, in a sentence. */
            message: string;
            /** Who is told. Entity references; it gives nobody a right. */
            approvers?: string[];
        };
        RequestDecision: {
            verdict: "approve" | "reject" | "amend";
            /** Entity reference. */
            by: string;
            /** Format: date-time */
            at: string;
            comment?: string;
            /** Of what was decided about; of an amendment, what it made of it. */
            specHash: string;
            /** Why an approval does not count any more. */
            voided?: {
                /** Format: date-time */
                at: string;
                message: string;
            };
        };
        RequestComment: {
            /** Entity reference. */
            by: string;
            /** Format: date-time */
            at: string;
            text: string;
        };
        /**
         * Where something was seen or done: `person` in the portal, or by the `portal` itself; `git`, `argocd`, `eks`, `kubernetes` and the `catalog` by looking there.
         */
        RequestSource: "person" | "portal" | "git" | "argocd" | "eks" | "kubernetes" | "catalog";
        /** One state on the line that a request goes along. */
        RequestStep: {
            state: components["schemas"]["RequestState"];
            /**
             * `done`; `now`; `ahead`; `skipped`, where it went on without it; `stopped`, where the line ends here though it is not ready.
             */
            status: "done" | "now" | "ahead" | "skipped" | "stopped";
            /**
             * Format: date-time
             * When it came there.
             */
            at?: string;
            /**
             * Format: date-time
             * When it went on.
             */
            until?: string;
            source?: components["schemas"]["RequestSource"];
            message?: string;
            /** How long this installation's requests of the same kind and operation stayed there, the median of the last ones; left out where there were none. */
            usuallySeconds?: number;
            /** Over how many requests that was measured. */
            usuallyOf?: number;
        };
        /** Where it is held because the Git host's limits allow no more at once. */
        RequestQueue: {
            /** 1 for the next. */
            position: number;
            message?: string;
        };
        RequestWaiting: {
            /**
             * `approval`: somebody who may decide. `merge`: somebody who merges. `review`: somebody who looks at what is not as it was agreed to. `gitHost`, `argocd`, `provisioner`, `cluster`, `catalog`: that they go on. `halt`: that writing is let go again.
             */
            code: "approval" | "merge" | "review" | "gitHost" | "argocd" | "provisioner" | "cluster" | "catalog" | "halt";
            /** Format: date-time */
            since: string;
        };
        RequestPullRequest: {
            number: number;
            url: string;
            state: "open" | "merged" | "closed";
            /** Login at the Git host. */
            mergedBy?: string;
            /** Format: date-time */
            mergedAt?: string;
        };
        RequestLinks: {
            pullRequest?: components["schemas"]["RequestPullRequest"];
            /** Address of the fleet repository's page. */
            repository?: string;
            /** Id of the scaffolder task that it came from. */
            task?: string;
            /** The Application of Argo CD. */
            application?: {
                name: string;
                namespace?: string;
                url?: string;
            };
            /** Of the thing in the catalog, once it is there. */
            entityRef?: string;
        };
        /** What the caller may do with it now. */
        RequestRights: {
            /** Approve or reject. */
            decide: boolean;
            amend: boolean;
            comment: boolean;
            cancel: boolean;
            /** Why one is refused to somebody who might expect it, in a sentence. */
            whyNot?: {
                decide?: string;
                amend?: string;
                cancel?: string;
            };
        };
        RequestEvent: {
            /** Format: date-time */
            at: string;
            /** Entity reference; left out where nobody did it. */
            by?: string;
            source: components["schemas"]["RequestSource"];
            /** That it came to by it. */
            state?: components["schemas"]["RequestState"];
            message: string;
        };
        FleetRequestSummary: {
            id: string;
            kind: components["schemas"]["RequestKind"];
            operation: components["schemas"]["RequestOperation"];
            thing: components["schemas"]["RequestThing"];
            /** Such as `Namespace payments-dev on prod-1`, `Change of namespace payments-dev on prod-1`. */
            title: string;
            state: components["schemas"]["RequestState"];
            /** Nothing happens to it any more, and another for its thing may be asked for. */
            isOver: boolean;
            /** What happens now, or why it ended, in a sentence. */
            message?: string;
            /** What is not as it was agreed to, and should be looked at by somebody. */
            problem?: string;
            waiting?: components["schemas"]["RequestWaiting"];
            queue?: components["schemas"]["RequestQueue"];
            /** Entity reference of the group that it is for. */
            owner: string;
            environment?: string;
            cluster?: components["schemas"]["RequestCluster"];
            /** Of what is in all of an environment, the clusters that the environment came to when it was judged last; `cluster` is left out then. */
            clusters?: components["schemas"]["RequestCluster"][];
            /** Entity reference. */
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            /**
             * Format: date-time
             * When anything that people see of it changed last.
             */
            updatedAt: string;
            reason: string;
            ticket?: string;
            verdict: components["schemas"]["VerdictOutcome"];
            /** Left out where nothing of it is known. */
            monthlyCost?: {
                currency: string;
                before: components["schemas"]["CostRange"];
                after: components["schemas"]["CostRange"];
                /** There is more whose price is not known. */
                isAtLeast: boolean;
            };
            /** Day on which the thing is to end, once this is done. */
            expiresOn?: string;
            links?: components["schemas"]["RequestLinks"];
            rights: components["schemas"]["RequestRights"];
        };
        FleetRequest: components["schemas"]["FleetRequestSummary"] & {
            /** What is wanted now: as it was asked for, or as it was last amended. Of a deletion, what goes. */
            spec: components["schemas"]["RequestSpec"];
            /** What was asked for, where somebody amended it since. */
            asked?: components["schemas"]["RequestSpec"];
            /** What Git said when it was asked for; left out for what was not there. */
            before?: components["schemas"]["RequestSpec"];
            /** Of all that is decided about. */
            specHash: string;
            /** By what it was let through, at the time that it was last looked at. */
            preflight: components["schemas"]["RequestVerdict"];
            cost?: components["schemas"]["CostEstimate"];
            approval: components["schemas"]["RequestApproval"];
            /** The oldest first. */
            decisions: components["schemas"]["RequestDecision"][];
            /** The oldest first. */
            comments: components["schemas"]["RequestComment"][];
            /** In order. */
            steps: components["schemas"]["RequestStep"][];
            /** The oldest first. */
            events: components["schemas"]["RequestEvent"][];
        };
        FleetRequestList: {
            items: components["schemas"]["FleetRequestSummary"][];
            totalItems: number;
            pageInfo: components["schemas"]["PageInfo"];
            /** Of all that the caller may read, whatever the filter takes. */
            counts: {
                /** Under way. */
                active: number;
                /** Under way, and the caller's or of a group of the caller. */
                mine: number;
                /** That the caller may decide now. */
                waitingForMe: number;
            };
        };
        /** What a form was opened on, from `/requests/current`. */
        RequestBase: {
            specHash: string;
            commit?: string;
        };
        /** `create` needs `spec`; `change` needs `spec`, or `thing` and `patch`; `extend` needs `thing` and `expiresOn`; `delete` needs `thing`; `adopt` of a cluster needs `thing` and `patch`, which has the `environment` and what else EKS does not know: `expiresOn`, `gitopsAddons`. `adopt` of anything else needs `spec`. */
        RequestAsk: {
            kind: components["schemas"]["RequestKind"];
            operation: components["schemas"]["RequestOperation"];
            /** Entity reference of the group that it is for. */
            owner: string;
            /** Key of what is there. */
            thing?: string;
            spec?: components["schemas"]["RequestSpec"];
            /** What of it is to be otherwise, as a JSON merge patch (RFC 7396) of what Git says. */
            patch?: components["schemas"]["RequestSpec"];
            /** Day, in UTC. */
            expiresOn?: string;
            base?: components["schemas"]["RequestBase"];
            /** Id of the request that is amended by this; its own reservations then do not count against it. */
            request?: string;
        };
        /** As `RequestAsk`, with why. */
        RequestSubmission: {
            kind: components["schemas"]["RequestKind"];
            operation: components["schemas"]["RequestOperation"];
            /** Entity reference of the group that it is for. */
            owner: string;
            /** Key of what is there. */
            thing?: string;
            spec?: components["schemas"]["RequestSpec"];
            /** What of it is to be otherwise, as a JSON merge patch (RFC 7396) of what Git says. */
            patch?: components["schemas"]["RequestSpec"];
            /** Day, in UTC. */
            expiresOn?: string;
            base?: components["schemas"]["RequestBase"];
            reason: string;
            ticket?: string;
            /** Id of the scaffolder task that asks. */
            task?: string;
            /** The same key of the same user is the same request, however often it is sent. */
            idempotencyKey?: string;
        };
        RequestDecisionAsk: {
            verdict: "approve" | "reject" | "amend";
            /** Of what was looked at. */
            specHash: string;
            comment?: string;
            /** For `amend`, all of it as it is to be. */
            spec?: components["schemas"]["RequestSpec"];
        };
        RequestCommentAsk: {
            text: string;
        };
        RequestCancelAsk: {
            comment?: string;
        };
        RequestPreflight: {
            /** Fields that are wrong; the rest is left out where there are any. */
            problems: components["schemas"]["RequestProblem"][];
            thing?: components["schemas"]["RequestThing"];
            /** All of it, with what fields count as that were left out. */
            spec?: components["schemas"]["RequestSpec"];
            before?: components["schemas"]["RequestSpec"];
            verdict?: components["schemas"]["RequestVerdict"];
            approval?: components["schemas"]["RequestApproval"];
            cost?: components["schemas"]["CostEstimate"];
            quota?: components["schemas"]["RequestQuota"];
            /** Id of another request for the thing that is under way, where the caller may read it. */
            activeRequest?: string;
        };
        RequestFile: {
            path: string;
            change: "create" | "change" | "remove";
            /** Its text; left out where it is not there. */
            before?: string;
            /** Its text; left out where it goes. */
            after?: string;
        };
        RequestDiff: {
            files: components["schemas"]["RequestFile"][];
            /** Unified; empty where the repository could not be read, which `notes` then say. */
            diff: string;
            /** What else is to be known of it, in sentences. */
            notes: string[];
            /** Address of its page. */
            repository?: string;
            /** That it was held against. */
            commit?: string;
            isMerged?: boolean;
        };
        RequestPreview: components["schemas"]["RequestDiff"] & {
            /** Fields that are wrong; there are no files where there are any. */
            problems: components["schemas"]["RequestProblem"][];
            specHash?: string;
        };
        PlacementAsk: {
            owner: string;
            /** As much of a `NamespaceSpec` as is known. */
            spec: components["schemas"]["RequestSpec"];
        };
        PlacementReason: {
            code: string;
            /**
             * For it or against it; `deny` where it does not fit for this; `unknown` where nobody could tell.
             */
            weight: "for" | "against" | "unknown" | "deny";
            message: string;
        };
        /** A cluster that a namespace could be placed on, or cannot. */
        Placement: {
            /** `cluster/<account>/<region>/<name>`. */
            clusterKey: string;
            cluster: components["schemas"]["RequestCluster"];
            /** From 1; the best first. Left out where it does not fit. */
            rank?: number;
            /** What speaks for it and against it; a `deny` where it does not fit. */
            reasons: components["schemas"]["PlacementReason"][];
        };
        PlacementList: {
            /** The most fitting first; those that do not fit last. */
            items: components["schemas"]["Placement"][];
        };
        RequestOptions: {
            /** What can be asked for in this installation. */
            kinds: components["schemas"]["RequestKind"][];
            /** Why nothing may be written to Git now, in a sentence; requests are taken nevertheless. */
            halted?: string;
            ticket: "optional" | "required";
            /** Groups that the caller may ask for. Entity references. */
            owners: string[];
            environments: string[];
            accounts: {
                id: string;
                name?: string;
            }[];
            regions: string[];
            /** Kubernetes versions that new clusters may have, the newest first. */
            versions: {
                version: string;
                state: components["schemas"]["SupportState"];
                /** Format: date-time */
                endOfStandardSupport?: string;
                isDefault?: boolean;
            }[];
            /** What node groups may have, as far as it is known. */
            instanceTypes: {
                name: string;
                vcpu?: number;
                memoryGib?: number;
                architecture?: "amd64" | "arm64";
                /** On demand; left out where its price is not known. */
                monthlyCost?: number;
            }[];
            /** What instance types begin with before the dot; any where left out. */
            instanceFamilies?: string[];
            addons: {
                name: string;
                /** The newest first. */
                versions: {
                    version: string;
                    kubernetesVersions: string[];
                }[];
            }[];
            gitopsAddons?: string[];
            requiredTags?: string[];
            /** What ARNs of roles must fit, with `*` for any part of a name; filled in for the owner. */
            roles?: string[];
            cidrPools: {
                cidr: string;
                prefix: number;
                accounts?: string[];
                regions?: string[];
                /** The first that is free; left out where there is none. */
                next?: string;
                free: number;
                /** Why it cannot be told what is free, in a sentence. */
                problem?: string;
            }[];
            namespaces: {
                /** `*` stands for any part. */
                reservedNames: string[];
                sizes: {
                    name: string;
                    cpu: string;
                    memory: string;
                    storage?: string;
                }[];
                /** The least strict level, by environment; `default` for any other. */
                podSecurity?: {
                    [key: string]: string;
                };
                /** By environment; `default` for any other. */
                maxTtlDays?: {
                    [key: string]: number;
                };
            };
            /** Of applications; left out without an owner. */
            applications?: {
                /** Patterns of the repositories that they may come from, with `{owner}`, `{environment}` and `*`; all where left out. */
                repositories?: string[];
                /** The same of charts, as `<repository>/<chart>`. */
                charts?: string[];
                /** Where applications of the owner can be. */
                places: {
                    environment: string;
                    namespace: string;
                    clusters: components["schemas"]["RequestCluster"][];
                    /** What the projects of all these namespaces let applications come from. */
                    sourceRepos?: string[];
                }[];
            };
            /** US dollars a month that no cluster may cost, at most. */
            costCeiling?: number;
            /** How many days before its end people are told of it, the earliest first. */
            warnDays: number[];
            quota?: components["schemas"]["RequestQuota"];
        };
        RequestCurrent: {
            thing: components["schemas"]["RequestThing"];
            owner: string;
            environment?: string;
            cluster?: components["schemas"]["RequestCluster"];
            spec: components["schemas"]["RequestSpec"];
            /** What `base` of a change has. */
            specHash: string;
            commit: string;
            path: string;
            /** Address of its page. */
            repository: string;
            /** What the caller may ask for. */
            operations?: components["schemas"]["RequestOperation"][];
            /** Id of a request for the thing that is under way, where the caller may read it. */
            activeRequest?: string;
            /** A request for the thing is under way, whether the caller may read it or not. */
            isBusy?: boolean;
        };
        /** What requests have brought into being. */
        ProvisionedThing: components["schemas"]["ProvisionedNamespace"];
        ProvisionedThingList: {
            items: components["schemas"]["ProvisionedThing"][];
            totalItems: number;
            pageInfo: components["schemas"]["PageInfo"];
        };
        ProvisionedNamespace: {
            thing: components["schemas"]["RequestThing"];
            name: string;
            /** Entity reference. */
            owner: string;
            team: string;
            environment: string;
            cluster: components["schemas"]["RequestCluster"];
            lifecycle: "active" | "deleting";
            /**
             * `present` as it was last seen on the cluster, `absent`, or `unknown`, which `stateMessage` explains.
             */
            state: "present" | "absent" | "unknown";
            stateMessage?: string;
            /** Format: date-time */
            observedAt?: string;
            /** As Git had it when it was last looked at. */
            spec?: components["schemas"]["RequestSpec"];
            expiresOn?: string;
            /** Id of the request that brought it, where the caller may read it. */
            request?: string;
            /** Id of a request for it that is under way, where the caller may read it. */
            activeRequest?: string;
            isBusy?: boolean;
            entityRef?: string;
            path?: string;
            repository?: string;
            /** Name of the Application of Argo CD. */
            application?: string;
        };
        ProvisionedNamespaceList: {
            items: components["schemas"]["ProvisionedNamespace"][];
            totalItems: number;
            pageInfo: components["schemas"]["PageInfo"];
        };
    };
    responses: {
        /** An error as all of Backstage gives it. */
        ErrorResponse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        account: string;
        /** A Region, `all` where the account's Regions could not be listed, or `organization` for AWS Organizations itself. */
        region: string;
        /** `next` for each cluster's next minor version (the default), `supported` for the oldest version that still has standard support, or a version such as `1.35`. */
        target: string;
        /** The id of a provider of `catalog.providers.eksFleet`. */
        provider: string;
        /** `key=value` pairs joined by commas, all of which must hold; of a key that is named twice, one. Of several `filter` parameters, one must hold. Keys are the facets' names. */
        filter: string[];
        /** `key=value` pairs joined by commas, all of which must hold; of a key that is named twice, one. Of several `filter` parameters, one must hold. Keys are `kind`, `state`, `account`, `region` and `cluster`, an ARN. */
        sourceFilter: string[];
        /** Text that the name, ARN, owner, account or account name must contain. */
        fullTextFilterTerm: string;
        /** `<field>,asc` or `<field>,desc`; name, status, version, account, region, environment, owner, support, created or seen. */
        orderField: string;
        limit: number;
        /** From `pageInfo` of the page before. Carries filter, text and order with it. */
        cursor: string;
        namespace: string;
        name: string;
        /** The id of a rollout. */
        rollout: string;
        /** The id of a cell. */
        cell: string;
        /** The id of a gate. */
        gate: string;
        /** The name of a strategy. */
        strategy: string;
        /** The id of a source of alerts in configuration. */
        alertSource: string;
        /** The id of a policy. */
        policy: string;
        /** The fingerprint of a finding. */
        finding: string;
        /** `key=value` pairs as in `/clusters`; besides the facets of clusters and `cluster` (an ARN), keys are `policy` (an id), `name`, `engine`, `category`, `severity` and `mode`. */
        policyFilter: string[];
        /** `key=value` pairs as in `/clusters`; besides the facets of clusters (`owner` is the finding's own) and `cluster` (an ARN), keys are `policy` (an id), `name` (of the policy), `engine`, `category`, `severity`, `result` (`fail`, `warn`, `error`, `exempt`; all but `exempt` by default), `state` (`open` by default, or `resolved`), `namespace`, `kind`, `resource` (its name), `assignee`, `due` (`overdue`, `week`), `new` (`day`, `week`), `resolved` (`day`, `week`; of those that are resolved), `exception` (an id) and `rule`. */
        findingFilter: string[];
        /** `<field>,asc` or `<field>,desc`; severity (the worst first is desc), firstSeen, due, policy, cluster or namespace. */
        findingOrder: string;
        /** Id of a request. */
        request: string;
        /** Id of a request for an exception. */
        exceptionRequest: string;
        /** Id of an edit of policies. */
        policyEdit: string;
        /** `key=value` pairs as in `/clusters`; besides the facets of clusters and `cluster` (an ARN), keys are `id`, `state`, `engine`, `policy` (an id), `flag` (`unused`, `tooBroad`, `honouredAfterExpiry`, `endless`). */
        exceptionFilter: string[];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listClusters: {
        parameters: {
            query?: {
                /** `key=value` pairs joined by commas, all of which must hold; of a key that is named twice, one. Of several `filter` parameters, one must hold. Keys are the facets' names. */
                filter?: components["parameters"]["filter"];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
                /** `<field>,asc` or `<field>,desc`; name, status, version, account, region, environment, owner, support, created or seen. */
                orderField?: components["parameters"]["orderField"];
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    exportClusters: {
        parameters: {
            query?: {
                /** `key=value` pairs joined by commas, all of which must hold; of a key that is named twice, one. Of several `filter` parameters, one must hold. Keys are the facets' names. */
                filter?: components["parameters"]["filter"];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
                /** `<field>,asc` or `<field>,desc`; name, status, version, account, region, environment, owner, support, created or seen. */
                orderField?: components["parameters"]["orderField"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** CSV as in RFC 4180; cells that a spreadsheet would take for a formula begin with an apostrophe. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getClusterFacets: {
        parameters: {
            query: {
                /** `account`, `region`, `version`, `support`, `status`, `owner`, `system`, `environment`, `origin`, `provider`, `observation`, `drift`, or `label.<key>`; `label` gives the keys of all labels but the environment's, which is a facet of its own. */
                facet: string[];
                /** `key=value` pairs joined by commas, all of which must hold; of a key that is named twice, one. Of several `filter` parameters, one must hold. Keys are the facets' names. */
                filter?: components["parameters"]["filter"];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The facets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterFacets"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getClusterByArn: {
        parameters: {
            query: {
                arn: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The cluster. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cluster"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getClusterByName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The cluster. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cluster"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getRefreshProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The progress. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefreshProgress"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    refreshCluster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Asked for. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getBillOfMaterials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The bill of materials. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillOfMaterials"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getDrift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The differences, and what Git said. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterDrift"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getReadiness: {
        parameters: {
            query?: {
                /** `next` for each cluster's next minor version (the default), `supported` for the oldest version that still has standard support, or a version such as `1.35`. */
                target?: components["parameters"]["target"];
            };
            header?: never;
            path: {
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The verdict with its findings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    createWaiver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaiverRequest"];
            };
        };
        responses: {
            /** The waiver. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Waiver"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    endWaiver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listIngestTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestTokenList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    issueIngestToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IngestTokenRequest"];
            };
        };
        responses: {
            /** The token. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedIngestToken"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    revokeIngestToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listTimeline: {
        parameters: {
            query?: {
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listTargets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** All targets, ordered by account and Region. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** `key=value` pairs joined by commas, all of which must hold; of a key that is named twice, one. Of several `filter` parameters, one must hold. Keys are `kind`, `state`, `account`, `region` and `cluster`, an ARN. */
                filter?: components["parameters"]["sourceFilter"];
                /** Text that the cluster's name must contain. */
                fullTextFilterTerm?: string;
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page, and how many sources of each kind have which state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listSystems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One row for each that is configured, in the order of the configuration. Of `git` and `argocd`, as the replica that answers has seen it since it started; they are read every five minutes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemSourceList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    refreshTargets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TargetRefreshRequest"];
            };
        };
        responses: {
            /** Asked for. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    acceptRemovals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptRemovalsRequest"];
            };
        };
        responses: {
            /** Handed on to discovery. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    keepTargets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The id of a provider of `catalog.providers.eksFleet`. */
                provider: components["parameters"]["provider"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepTargetsRequest"];
            };
        };
        responses: {
            /** Only these are left. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    putTarget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The id of a provider of `catalog.providers.eksFleet`. */
                provider: components["parameters"]["provider"];
                account: components["parameters"]["account"];
                /** A Region, `all` where the account's Regions could not be listed, or `organization` for AWS Organizations itself. */
                region: components["parameters"]["region"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TargetReport"];
            };
        };
        responses: {
            /** Recorded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listReadiness: {
        parameters: {
            query?: {
                /** `next` for each cluster's next minor version (the default), `supported` for the oldest version that still has standard support, or a version such as `1.35`. */
                target?: components["parameters"]["target"];
                /** `key=value` pairs joined by commas, all of which must hold; of a key that is named twice, one. Of several `filter` parameters, one must hold. Keys are the facets' names. */
                filter?: components["parameters"]["filter"];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
                /** Only these verdicts. */
                verdict?: components["schemas"]["ReadinessVerdict"][];
                /** Only clusters that this cause of a blocker hits. */
                cause?: string;
                /** `<field>,asc` or `<field>,desc`; name, verdict, version, owner, environment, blockers or supportEnds. */
                orderField?: string;
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page, and how many clusters have which verdict. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listBlockers: {
        parameters: {
            query?: {
                /** `next` for each cluster's next minor version (the default), `supported` for the oldest version that still has standard support, or a version such as `1.35`. */
                target?: components["parameters"]["target"];
                /** `key=value` pairs joined by commas, all of which must hold; of a key that is named twice, one. Of several `filter` parameters, one must hold. Keys are the facets' names. */
                filter?: components["parameters"]["filter"];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
                /** Only this cause, with all its clusters. */
                cause?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** All causes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockerList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getCosts: {
        parameters: {
            query?: {
                groupBy?: "owner" | "account" | "environment";
                /** `key=value` pairs joined by commas, all of which must hold; of a key that is named twice, one. Of several `filter` parameters, one must hold. Keys are the facets' names. */
                filter?: components["parameters"]["filter"];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The costs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostReport"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    postObservations: {
        parameters: {
            query: {
                arn: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportedObservations"];
            };
        };
        responses: {
            /** Recorded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    postReportedPolicies: {
        parameters: {
            query: {
                arn: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportedPolicyPart"];
            };
        };
        responses: {
            /** Taken. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenPolicyPart"];
                };
            };
            /** Turned away. An `IngestRefusal` of status 409 has a `reason` (`outOfOrder`, `replayed`, `superseded` or `previousUnknown`) and, as `expected`, the number of the part that would be taken. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    receivePolicyReporterResult: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** Taken. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    receiveKubeBench: {
        parameters: {
            query?: {
                /** The node it ran on; left out where it was run once for all. */
                node?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** Taken. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    putControlPlanes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The id of a provider of `catalog.providers.eksFleet`. */
                provider: components["parameters"]["provider"];
                account: components["parameters"]["account"];
                /** A Region, `all` where the account's Regions could not be listed, or `organization` for AWS Organizations itself. */
                region: components["parameters"]["region"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ControlPlaneReport"];
            };
        };
        responses: {
            /** Recorded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getSummary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The summary. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summary"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    resolveDeepLink: {
        parameters: {
            query?: {
                arn?: string;
                account?: string;
                region?: string;
                cluster?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** What fits, at most 20. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeepLinkMatches"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listRollouts: {
        parameters: {
            query?: {
                /** `key=value` pairs as in `/clusters`; keys are `lifecycle`, `version`, `environment`, `owner`, `cluster` (an ARN), `waitsFor` (a user or group reference). */
                filter?: string[];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page. Their waves are there; cells are asked for apart. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RolloutList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    createRollout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolloutDraft"];
            };
        };
        responses: {
            /** The draft. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    previewRollout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolloutDraft"];
            };
        };
        responses: {
            /** Waves, cells, what is wrong with them, and when it would end. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RolloutPreview"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getRollout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The id of a rollout. */
                rollout: components["parameters"]["rollout"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The rollout. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    editRollout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The id of a rollout. */
                rollout: components["parameters"]["rollout"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolloutDraft"];
            };
        };
        responses: {
            /** As it is now. 409 where somebody edited it in between (`revision`). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    actOnRollout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The id of a rollout. */
                rollout: components["parameters"]["rollout"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolloutAct"];
            };
        };
        responses: {
            /** As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    makeStragglerRollout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The id of a rollout. */
                rollout: components["parameters"]["rollout"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The new plan. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listRolloutCells: {
        parameters: {
            query?: {
                wave?: number;
                /** Several by commas. */
                state?: string;
                /** Only what changed after this `revision` of a list before, so that a page follows without reading all again. */
                changedAfter?: number;
                limit?: number;
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                /** The id of a rollout. */
                rollout: components["parameters"]["rollout"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RolloutCellList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getRolloutCell: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The id of a rollout. */
                rollout: components["parameters"]["rollout"];
                /** The id of a cell. */
                cell: components["parameters"]["cell"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The cell. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RolloutCellDetail"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    actOnRolloutCell: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The id of a rollout. */
                rollout: components["parameters"]["rollout"];
                /** The id of a cell. */
                cell: components["parameters"]["cell"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolloutCellAct"];
            };
        };
        responses: {
            /** As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RolloutCellDetail"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    decideGate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The id of a rollout. */
                rollout: components["parameters"]["rollout"];
                /** The id of a gate. */
                gate: components["parameters"]["gate"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GateDecision"];
            };
        };
        responses: {
            /** As it is now. 409 where the plan is another by now (`planHash`). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listRolloutLog: {
        parameters: {
            query?: {
                cell?: string;
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                /** The id of a rollout. */
                rollout: components["parameters"]["rollout"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RolloutLog"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getClusterRollouts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Rollouts that it is or was part of, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterRollouts"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listStrategies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrategyList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    saveStrategy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The name of a strategy. */
                name: components["parameters"]["strategy"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrategySave"];
            };
        };
        responses: {
            /** As it is saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedStrategy"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    deleteStrategy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The name of a strategy. */
                name: components["parameters"]["strategy"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getFleetStop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetStop"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    setFleetStop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FleetStopRequest"];
            };
        };
        responses: {
            /** The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetStop"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getProposalGround: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The ground. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalGround"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                /** `key=value` pairs as in `/clusters`; keys are `state` (firing and silenced by default), `severity`, `name`, `cluster` (an ARN), `account`, `region`, `environment`, `owner`, `source`, `fingerprint`. */
                filter?: string[];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page, with counts of all that the filter takes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The id of a source of alerts in configuration. */
                source: components["parameters"]["alertSource"];
                fingerprint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The alert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    receiveAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The id of a source of alerts in configuration. */
                source: components["parameters"]["alertSource"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: "4";
                    alerts: {
                        status: "firing" | "resolved";
                        labels: {
                            [key: string]: string;
                        };
                        annotations?: {
                            [key: string]: string;
                        };
                        startsAt: string;
                        endsAt?: string;
                        generatorURL?: string;
                        fingerprint: string;
                    }[];
                };
            };
        };
        responses: {
            /** Recorded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listPolicies: {
        parameters: {
            query?: {
                /** `key=value` pairs as in `/clusters`; besides the facets of clusters and `cluster` (an ARN), keys are `policy` (an id), `name`, `engine`, `category`, `severity` and `mode`. */
                filter?: components["parameters"]["policyFilter"];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** All that fit, up to the limit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getPolicySummary: {
        parameters: {
            query?: {
                /** `key=value` pairs as in `/clusters`; besides the facets of clusters and `cluster` (an ARN), keys are `policy` (an id), `name`, `engine`, `category`, `severity` and `mode`. */
                filter?: components["parameters"]["policyFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The summary. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicySummary"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getPolicyMatrix: {
        parameters: {
            query?: {
                /** `key=value` pairs as in `/clusters`; besides the facets of clusters and `cluster` (an ARN), keys are `policy` (an id), `name`, `engine`, `category`, `severity` and `mode`. */
                filter?: components["parameters"]["policyFilter"];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
                /** What a column stands for; clusters by default. */
                by?: "cluster" | "environment" | "account" | "owner";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The whole matrix. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedPolicyMatrix"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getPolicyTrend: {
        parameters: {
            query?: {
                /** `key=value` pairs as in `/clusters`; besides the facets of clusters and `cluster` (an ARN), keys are `policy` (an id), `name`, `engine`, `category`, `severity` and `mode`. */
                filter?: components["parameters"]["policyFilter"];
                /** How far back; daily for 90 days, weekly before. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyTrend"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The id of a policy. */
                policy: components["parameters"]["policy"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDetail"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listPolicyClusters: {
        parameters: {
            query?: {
                /** `key=value` pairs as in `/clusters`; besides the facets of clusters and `cluster` (an ARN), keys are `policy` (an id), `name`, `engine`, `category`, `severity` and `mode`. */
                filter?: components["parameters"]["policyFilter"];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                /** The id of a policy. */
                policy: components["parameters"]["policy"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page, the most failures first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyClusterList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getPolicyLayers: {
        parameters: {
            query?: {
                /** Name of a policy of the chart, such as `no-latest-tag`. */
                policy?: string;
                /** ARN; the place of this cluster alone is listed too. */
                cluster?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** As Git was last read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyLayers"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listPolicyEdits: {
        parameters: {
            query?: {
                /** Name of a policy of the chart. */
                policy?: string;
                /** Any of these; all by default. */
                state?: components["schemas"]["PolicyEditState"][];
                /** ARN. */
                cluster?: string;
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyEditList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    editPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyEditAsk"];
            };
        };
        responses: {
            /** As it is now. 409 where Git says something else than when it was looked at (`contentHash`), or another edit of the policy in one of the layers is open. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyEdit"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    previewPolicyEdit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyEditAsk"];
            };
        };
        responses: {
            /** With `problems`, it cannot be proposed so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyEditPreview"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getPolicyEdit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of an edit of policies. */
                edit: components["parameters"]["policyEdit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The edit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyEdit"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    cancelPolicyEdit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of an edit of policies. */
                edit: components["parameters"]["policyEdit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyEdit"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getClusterPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The cluster's policies, the worst first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterPolicies"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listFindings: {
        parameters: {
            query?: {
                /** `key=value` pairs as in `/clusters`; besides the facets of clusters (`owner` is the finding's own) and `cluster` (an ARN), keys are `policy` (an id), `name` (of the policy), `engine`, `category`, `severity`, `result` (`fail`, `warn`, `error`, `exempt`; all but `exempt` by default), `state` (`open` by default, or `resolved`), `namespace`, `kind`, `resource` (its name), `assignee`, `due` (`overdue`, `week`), `new` (`day`, `week`), `resolved` (`day`, `week`; of those that are resolved), `exception` (an id) and `rule`. */
                filter?: components["parameters"]["findingFilter"];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
                /** `<field>,asc` or `<field>,desc`; severity (the worst first is desc), firstSeen, due, policy, cluster or namespace. */
                orderField?: components["parameters"]["findingOrder"];
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyFindingList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getFindingFacets: {
        parameters: {
            query: {
                facet: ("name" | "policy" | "engine" | "category" | "severity" | "result" | "cluster" | "account" | "region" | "environment" | "owner" | "namespace" | "kind")[];
                /** `key=value` pairs as in `/clusters`; besides the facets of clusters (`owner` is the finding's own) and `cluster` (an ARN), keys are `policy` (an id), `name` (of the policy), `engine`, `category`, `severity`, `result` (`fail`, `warn`, `error`, `exempt`; all but `exempt` by default), `state` (`open` by default, or `resolved`), `namespace`, `kind`, `resource` (its name), `assignee`, `due` (`overdue`, `week`), `new` (`day`, `week`), `resolved` (`day`, `week`; of those that are resolved), `exception` (an id) and `rule`. */
                filter?: components["parameters"]["findingFilter"];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The most first, 100 of each at most. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingFacets"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    exportFindings: {
        parameters: {
            query?: {
                /** `key=value` pairs as in `/clusters`; besides the facets of clusters (`owner` is the finding's own) and `cluster` (an ARN), keys are `policy` (an id), `name` (of the policy), `engine`, `category`, `severity`, `result` (`fail`, `warn`, `error`, `exempt`; all but `exempt` by default), `state` (`open` by default, or `resolved`), `namespace`, `kind`, `resource` (its name), `assignee`, `due` (`overdue`, `week`), `new` (`day`, `week`), `resolved` (`day`, `week`; of those that are resolved), `exception` (an id) and `rule`. */
                filter?: components["parameters"]["findingFilter"];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
                /** `<field>,asc` or `<field>,desc`; severity (the worst first is desc), firstSeen, due, policy, cluster or namespace. */
                orderField?: components["parameters"]["findingOrder"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** CSV as in RFC 4180; cells that a spreadsheet would take for a formula begin with an apostrophe. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The fingerprint of a finding. */
                finding: components["parameters"]["finding"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The finding. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyFinding"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    assignFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The fingerprint of a finding. */
                finding: components["parameters"]["finding"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindingAssignmentRequest"];
            };
        };
        responses: {
            /** The finding as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyFinding"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listExceptions: {
        parameters: {
            query?: {
                /** `key=value` pairs as in `/clusters`; besides the facets of clusters and `cluster` (an ARN), keys are `id`, `state`, `engine`, `policy` (an id), `flag` (`unused`, `tooBroad`, `honouredAfterExpiry`, `endless`). */
                filter?: components["parameters"]["exceptionFilter"];
                /** Text that the name, ARN, owner, account or account name must contain. */
                fullTextFilterTerm?: components["parameters"]["fullTextFilterTerm"];
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page, what ends next first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyExceptionList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    previewException: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExceptionAsk"];
            };
        };
        responses: {
            /** Files as they would be proposed; with `problems`, it cannot be asked for so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionPreview"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listExceptionRequests: {
        parameters: {
            query?: {
                /** Any of these; all by default. */
                state?: components["schemas"]["ExceptionRequestState"][];
                /** ARN. */
                cluster?: string;
                /** Only those that the caller asked for. Users only. */
                requestedBy?: "me";
                /** Only those that the caller may decide now. Users only. */
                waitsFor?: "me";
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionRequestList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    requestException: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExceptionAsk"];
            };
        };
        responses: {
            /** As it is now. 409 where one is under way or in force already for the same policy, scope and cluster. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionRequest"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getExceptionRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of a request for an exception. */
                request: components["parameters"]["exceptionRequest"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionRequest"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    decideExceptionRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of a request for an exception. */
                request: components["parameters"]["exceptionRequest"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExceptionDecision"];
            };
        };
        responses: {
            /** As it is now. 409 where its content is another than was looked at (`contentHash`), or it is decided already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionRequest"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    cancelExceptionRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of a request for an exception. */
                request: components["parameters"]["exceptionRequest"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionRequest"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    removeException: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of a request for an exception. */
                request: components["parameters"]["exceptionRequest"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionRequest"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** `key=value` pairs as in `/clusters`; keys are `state`, `kind`, `operation`, `owner`, `requestedBy`, `environment`, `cluster` (an ARN), `thing` (its key) and `active` (`true` for what is under way, `false` for what is over). */
                filter?: string[];
                /** Text that the title, the reason, the ticket, the owner or the id must contain. */
                fullTextFilterTerm?: string;
                /** Only what the caller asked for, or a group of the caller owns. Users only. */
                mine?: boolean;
                /** Only what the caller may decide now. Users only. */
                waitingForMe?: boolean;
                /** `<field>,asc` or `<field>,desc`; updated, requested, title, owner, state or expires. */
                orderField?: string;
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetRequestList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    createRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestSubmission"];
            };
        };
        responses: {
            /** As it is now; the same `idempotencyKey` made it earlier. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetRequest"];
                };
            };
            /** As it is now. 400 with each field that is wrong, or each reason why it is denied; 409 where another request for the same thing is under way, where a name, a CIDR or the quota was given to another, and where what Git says is not what `base` was opened on. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetRequest"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    preflightRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestAsk"];
            };
        };
        responses: {
            /** The verdict, or each field that is wrong. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestPreflight"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    previewRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestAsk"];
            };
        };
        responses: {
            /** The files, or each field that is wrong. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestPreview"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    placeRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlacementAsk"];
            };
        };
        responses: {
            /** Each with its reasons. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacementList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getRequestOptions: {
        parameters: {
            query?: {
                /** Entity reference of the group that it would be for. */
                owner?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The choices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestOptions"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getRequestCurrent: {
        parameters: {
            query: {
                /** Its key, such as `namespace/111122223333/eu-west-1/prod-1/payments-dev`. */
                thing: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestCurrent"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of a request. */
                request: components["parameters"]["request"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetRequest"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    getRequestDiff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of a request. */
                request: components["parameters"]["request"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The files. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDiff"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    decideRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of a request. */
                request: components["parameters"]["request"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestDecisionAsk"];
            };
        };
        responses: {
            /** As it is now. 409 where it asks for something else than was looked at (`specHash`), or is decided already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetRequest"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    commentRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of a request. */
                request: components["parameters"]["request"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestCommentAsk"];
            };
        };
        responses: {
            /** As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetRequest"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    cancelRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of a request. */
                request: components["parameters"]["request"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestCancelAsk"];
            };
        };
        responses: {
            /** As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetRequest"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listQuotas: {
        parameters: {
            query?: {
                /** Only of these. */
                owner?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** In order of their names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestQuotaList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listRequestThings: {
        parameters: {
            query?: {
                /** `key=value` pairs as in `/clusters`; keys are `kind`, `owner`, `environment`, `cluster` (an ARN), `account`, `region`, `name`, `lifecycle` and `expires` (`soon` for what ends within the first warning, `past` for what has ended). */
                filter?: string[];
                /** Text that the name, the owner or the name of the cluster must contain. */
                fullTextFilterTerm?: string;
                /** `<field>,asc` or `<field>,desc`; name, owner, cluster, environment or expires. */
                orderField?: string;
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvisionedThingList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    listNamespaces: {
        parameters: {
            query?: {
                /** `key=value` pairs as in `/clusters`; keys are `owner`, `environment`, `cluster` (an ARN), `account`, `region`, `name`, `lifecycle` and `expires` (`soon` for what ends within the first warning, `past` for what has ended). */
                filter?: string[];
                /** Text that the name, the owner or the name of the cluster must contain. */
                fullTextFilterTerm?: string;
                /** `<field>,asc` or `<field>,desc`; name, owner, cluster, environment or expires. */
                orderField?: string;
                limit?: components["parameters"]["limit"];
                /** From `pageInfo` of the page before. Carries filter, text and order with it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvisionedNamespaceList"];
                };
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
    receiveGitEvent: {
        parameters: {
            query?: never;
            header?: {
                /** GitHub's kind of event; one of the three must be there. */
                "X-GitHub-Event"?: string;
                /** Of GitHub. `sha256=` and the HMAC of the body by the secret. */
                "X-Hub-Signature-256"?: string;
                "X-Gitlab-Event"?: string;
                /** Of GitLab. The secret itself. */
                "X-Gitlab-Token"?: string;
                "X-Gitea-Event"?: string;
                /** Of Gitea. The HMAC of the body by the secret. */
                "X-Gitea-Signature"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** As the host sends it; 5 MB at most. */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** Taken, or of no concern. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** Signed, and no JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** Not signed with the secret of a fleet repository. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** There are no fleet repositories here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** Longer than 5 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ErrorResponse"];
        };
    };
}
