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
        get?: never;
        put?: never;
        /** Asks for the cluster to be read again soon. Needs `eks-fleet.cluster.refresh` on it. */
        post: operations["refreshCluster"];
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
        /** The id of a provider of `catalog.providers.eksFleet`. */
        provider: string;
        /** `key=value` pairs joined by commas, all of which must hold; of a key that is named twice, one. Of several `filter` parameters, one must hold. Keys are the facets' names. */
        filter: string[];
        /** Text that the name, ARN, owner, account or account name must contain. */
        fullTextFilterTerm: string;
        /** `<field>,asc` or `<field>,desc`; name, status, version, account, region, environment, owner, support, created or seen. */
        orderField: string;
        limit: number;
        /** From `pageInfo` of the page before. Carries filter, text and order with it. */
        cursor: string;
        namespace: string;
        name: string;
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
                /** `account`, `region`, `version`, `support`, `status`, `owner`, `system`, `environment`, `origin`, `provider`, `observation`, or `label.<key>`; `label` gives the keys of all labels but the environment's, which is a facet of its own. */
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
                account: string;
                /** A Region, `all` where the account's Regions could not be listed, or `organization` for AWS Organizations itself. */
                region: string;
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
}
