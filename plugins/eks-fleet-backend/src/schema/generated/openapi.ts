// Made by `yarn openapi` from openapi.yaml; change that instead.
export const spec = {
  "openapi": "3.1.0",
  "info": {
    "title": "eks-fleet",
    "version": "1",
    "description": "What is known of each Amazon EKS cluster of the fleet, and of each source it is known from.",
    "license": {
      "name": "Apache-2.0",
      "url": "https://www.apache.org/licenses/LICENSE-2.0.html"
    }
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "paths": {
    "/clusters": {
      "get": {
        "operationId": "listClusters",
        "summary": "A page of the clusters that the caller may read.",
        "parameters": [
          {
            "$ref": "#/components/parameters/filter"
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          },
          {
            "$ref": "#/components/parameters/orderField"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ClusterList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/csv": {
      "get": {
        "operationId": "exportClusters",
        "summary": "All clusters that fit the filters, as CSV with a header line.",
        "parameters": [
          {
            "$ref": "#/components/parameters/filter"
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          },
          {
            "$ref": "#/components/parameters/orderField"
          }
        ],
        "responses": {
          "200": {
            "description": "CSV as in RFC 4180; cells that a spreadsheet would take for a formula begin with an apostrophe.",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/facets": {
      "get": {
        "operationId": "getClusterFacets",
        "summary": "How many clusters have each value of the facets asked for.",
        "parameters": [
          {
            "name": "facet",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "description": "`account`, `region`, `version`, `support`, `status`, `owner`, `system`, `environment`, `origin`, `provider`, `observation`, `drift`, or `label.<key>`; `label` gives the keys of all labels but the environment's, which is a facet of its own.",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "pattern": "^(account|region|version|support|status|owner|system|environment|origin|provider|observation|drift|label|label\\..{1,317})$"
              }
            },
            "explode": true
          },
          {
            "$ref": "#/components/parameters/filter"
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          }
        ],
        "responses": {
          "200": {
            "description": "The facets.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ClusterFacets"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/by-arn": {
      "get": {
        "operationId": "getClusterByArn",
        "summary": "One cluster by its ARN.",
        "parameters": [
          {
            "name": "arn",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 20,
              "maxLength": 400
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The cluster.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Cluster"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/by-name/{namespace}/{name}": {
      "get": {
        "operationId": "getClusterByName",
        "summary": "One cluster by the namespace and name of its catalog entity.",
        "parameters": [
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          }
        ],
        "responses": {
          "200": {
            "description": "The cluster.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Cluster"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/by-name/{namespace}/{name}/refresh": {
      "get": {
        "operationId": "getRefreshProgress",
        "summary": "How far the last asked-for refresh of a cluster is.",
        "parameters": [
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          }
        ],
        "responses": {
          "200": {
            "description": "The progress.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RefreshProgress"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      },
      "post": {
        "operationId": "refreshCluster",
        "summary": "Asks for the cluster to be read again soon. Needs `eks-fleet.cluster.refresh` on it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          }
        ],
        "responses": {
          "202": {
            "description": "Asked for."
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/by-name/{namespace}/{name}/bill-of-materials": {
      "get": {
        "operationId": "getBillOfMaterials",
        "summary": "What a cluster is made of, from what was last observed. Calls nothing outside.",
        "parameters": [
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          }
        ],
        "responses": {
          "200": {
            "description": "The bill of materials.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BillOfMaterials"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/by-name/{namespace}/{name}/drift": {
      "get": {
        "operationId": "getDrift",
        "summary": "Where EKS has a cluster other than Git says, from what was last read of both. Calls nothing outside.",
        "parameters": [
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          }
        ],
        "responses": {
          "200": {
            "description": "The differences, and what Git said.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ClusterDrift"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/by-name/{namespace}/{name}/readiness": {
      "get": {
        "operationId": "getReadiness",
        "summary": "Whether a cluster can move to a version, and what stands between. Calls nothing outside.",
        "parameters": [
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          },
          {
            "$ref": "#/components/parameters/target"
          }
        ],
        "responses": {
          "200": {
            "description": "The verdict with its findings.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Readiness"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/by-name/{namespace}/{name}/waivers": {
      "post": {
        "operationId": "createWaiver",
        "summary": "Agrees to go on in spite of one finding, until a date. Needs `eks-fleet.readiness.waive` on the cluster, as a user.",
        "parameters": [
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WaiverRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The waiver.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Waiver"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/by-name/{namespace}/{name}/waivers/{id}": {
      "delete": {
        "operationId": "endWaiver",
        "summary": "Ends a waiver now. Needs `eks-fleet.readiness.waive` on the cluster, as a user.",
        "parameters": [
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          },
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "pattern": "^[0-9a-f-]{36}$"
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Ended."
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/by-name/{namespace}/{name}/ingest-tokens": {
      "get": {
        "operationId": "listIngestTokens",
        "summary": "The tokens by which tools within a cluster push, the newest first; none of them is told again. Needs `eks-fleet.ingest.manage` on the cluster, as a user.",
        "parameters": [
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          }
        ],
        "responses": {
          "200": {
            "description": "The tokens.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IngestTokenList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      },
      "post": {
        "operationId": "issueIngestToken",
        "summary": "Issues a token by which tools within a cluster push, and tells it this once. Two can be valid at a time, so that one is replaced without a gap. Needs `eks-fleet.ingest.manage` on the cluster, as a user.",
        "parameters": [
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/IngestTokenRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The token.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IssuedIngestToken"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/by-name/{namespace}/{name}/ingest-tokens/{id}": {
      "delete": {
        "operationId": "revokeIngestToken",
        "summary": "Ends a token now. Needs `eks-fleet.ingest.manage` on the cluster, as a user.",
        "parameters": [
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          },
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "pattern": "^[0-9a-f-]{36}$"
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Ended."
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/by-name/{namespace}/{name}/timeline": {
      "get": {
        "operationId": "listTimeline",
        "summary": "What happened to a cluster, the newest first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TimelineList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/targets": {
      "get": {
        "operationId": "listTargets",
        "summary": "The state of each target. Needs `eks-fleet.target.read`; accounts without a cluster that the caller may read are left out for readers of some clusters only.",
        "responses": {
          "200": {
            "description": "All targets, ordered by account and Region.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TargetList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/sources": {
      "get": {
        "operationId": "listSources",
        "summary": "What besides targets is observed of the clusters that the caller may read, one row for each cluster and path to it. The worst first, then by name.",
        "parameters": [
          {
            "$ref": "#/components/parameters/sourceFilter"
          },
          {
            "name": "fullTextFilterTerm",
            "in": "query",
            "allowReserved": true,
            "description": "Text that the cluster's name must contain.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page, and how many sources of each kind have which state.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SourceList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/sources/systems": {
      "get": {
        "operationId": "listSystems",
        "summary": "How the systems that are read besides AWS and clusters do, such as Git hosts. Needs `eks-fleet.target.read`. Asks none of them.",
        "responses": {
          "200": {
            "description": "One row for each that is configured, in the order of the configuration. Of `git` and `argocd`, as the replica that answers has seen it since it started; they are read every five minutes.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SystemSourceList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/targets/refresh": {
      "post": {
        "operationId": "refreshTargets",
        "summary": "Asks for targets to be scanned again now. Needs `eks-fleet.target.refresh`.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TargetRefreshRequest"
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Asked for."
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/targets/removals/accept": {
      "post": {
        "operationId": "acceptRemovals",
        "summary": "Lets removals go that discovery holds back. Needs `eks-fleet.target.accept-removals` as a user.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AcceptRemovalsRequest"
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Handed on to discovery."
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/targets/{provider}": {
      "put": {
        "operationId": "keepTargets",
        "summary": "Names all targets of a discovery provider; what is recorded of others of that provider is forgotten. Only the catalog's discovery may call this.",
        "parameters": [
          {
            "$ref": "#/components/parameters/provider"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/KeepTargetsRequest"
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "Only these are left."
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/targets/{provider}/{account}/{region}": {
      "put": {
        "operationId": "putTarget",
        "summary": "Reports the state of one target. Only the catalog's discovery may call this.",
        "parameters": [
          {
            "$ref": "#/components/parameters/provider"
          },
          {
            "$ref": "#/components/parameters/account"
          },
          {
            "$ref": "#/components/parameters/region"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TargetReport"
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "Recorded."
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/readiness": {
      "get": {
        "operationId": "listReadiness",
        "summary": "The verdict on each cluster that the caller may read, for one target.",
        "parameters": [
          {
            "$ref": "#/components/parameters/target"
          },
          {
            "$ref": "#/components/parameters/filter"
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          },
          {
            "name": "verdict",
            "in": "query",
            "description": "Only these verdicts.",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/ReadinessVerdict"
              }
            },
            "explode": true
          },
          {
            "name": "cause",
            "in": "query",
            "allowReserved": true,
            "description": "Only clusters that this cause of a blocker hits.",
            "schema": {
              "type": "string",
              "maxLength": 500
            }
          },
          {
            "name": "orderField",
            "in": "query",
            "allowReserved": true,
            "description": "`<field>,asc` or `<field>,desc`; name, verdict, version, owner, environment, blockers or supportEnds.",
            "schema": {
              "type": "string",
              "pattern": "^(name|verdict|version|owner|environment|blockers|supportEnds),(asc|desc)$"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page, and how many clusters have which verdict.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReadinessList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/blockers": {
      "get": {
        "operationId": "listBlockers",
        "summary": "What keeps clusters from a target, one row a cause, with the clusters and owners it hits. The most clusters first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/target"
          },
          {
            "$ref": "#/components/parameters/filter"
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          },
          {
            "name": "cause",
            "in": "query",
            "allowReserved": true,
            "description": "Only this cause, with all its clusters.",
            "schema": {
              "type": "string",
              "maxLength": 500
            }
          }
        ],
        "responses": {
          "200": {
            "description": "All causes.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BlockerList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/costs": {
      "get": {
        "operationId": "getCosts",
        "summary": "What control planes cost now and month by month as versions age, and what compute is estimated at, over the clusters that the caller may read.",
        "parameters": [
          {
            "name": "groupBy",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "owner",
                "account",
                "environment"
              ]
            }
          },
          {
            "$ref": "#/components/parameters/filter"
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          }
        ],
        "responses": {
          "200": {
            "description": "The costs.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CostReport"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/observations": {
      "post": {
        "operationId": "postObservations",
        "summary": "Takes Kubernetes facts from a cluster's reporter, which proves itself by its cluster's own service-account token.",
        "parameters": [
          {
            "name": "arn",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 400
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReportedObservations"
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "Recorded."
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/observations/policies": {
      "post": {
        "operationId": "postReportedPolicies",
        "summary": "Takes one part of what a cluster's reporter read of policies. It proves itself by its cluster's own service-account token. Nothing that was there before is taken to be gone before the part with `final` has come.",
        "parameters": [
          {
            "name": "arn",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 400
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReportedPolicyPart"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Taken.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TakenPolicyPart"
                }
              }
            }
          },
          "default": {
            "description": "Turned away. An `IngestRefusal` of status 409 has a `reason` (`outOfOrder`, `replayed`, `superseded` or `previousUnknown`) and, as `expected`, the number of the part that would be taken.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Error"
                }
              }
            }
          }
        }
      }
    },
    "/ingest/policy-reporter": {
      "post": {
        "operationId": "receivePolicyReporterResult",
        "summary": "Takes one result, or a heartbeat, from the webhook target of Policy Reporter. Let in by a token of the cluster, which says which cluster it is; what names another one is turned away.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "description": "As Policy Reporter's core 3 sends it; what else is in it is passed over."
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "Taken."
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/ingest/kube-bench": {
      "post": {
        "operationId": "receiveKubeBench",
        "summary": "Takes what `kube-bench --json` printed on a node, in place of what that node said before. Let in by a token of the cluster.",
        "parameters": [
          {
            "name": "node",
            "in": "query",
            "description": "The node it ran on; left out where it was run once for all.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 253
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {}
            }
          }
        },
        "responses": {
          "204": {
            "description": "Taken."
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/control-planes/{provider}/{account}/{region}": {
      "put": {
        "operationId": "putControlPlanes",
        "summary": "Takes what `DescribeCluster` said of clusters of one target, or what kept it from saying. Only the catalog's discovery may call this.",
        "parameters": [
          {
            "$ref": "#/components/parameters/provider"
          },
          {
            "$ref": "#/components/parameters/account"
          },
          {
            "$ref": "#/components/parameters/region"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ControlPlaneReport"
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "Recorded."
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/versions": {
      "get": {
        "operationId": "listVersions",
        "summary": "The Kubernetes versions of EKS with their support dates, oldest first.",
        "responses": {
          "200": {
            "description": "The versions.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/VersionList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/summary": {
      "get": {
        "operationId": "getSummary",
        "summary": "The fleet at one look, over the clusters that the caller may read.",
        "responses": {
          "200": {
            "description": "The summary.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Summary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/go": {
      "get": {
        "operationId": "resolveDeepLink",
        "summary": "Finds what a deep link means. An unknown and a forbidden cluster give the same answer.",
        "parameters": [
          {
            "name": "arn",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 400
            }
          },
          {
            "name": "account",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 40
            }
          },
          {
            "name": "region",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 40
            }
          },
          {
            "name": "cluster",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "200": {
            "description": "What fits, at most 20.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DeepLinkMatches"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/rollouts": {
      "get": {
        "operationId": "listRollouts",
        "summary": "Rollouts that the caller may read, those that move or wait first.",
        "parameters": [
          {
            "name": "filter",
            "in": "query",
            "allowReserved": true,
            "description": "`key=value` pairs as in `/clusters`; keys are `lifecycle`, `version`, `environment`, `owner`, `cluster` (an ARN), `waitsFor` (a user or group reference).",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "maxLength": 4000
              }
            },
            "explode": true
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page. Their waves are there; cells are asked for apart.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RolloutList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      },
      "post": {
        "operationId": "createRollout",
        "summary": "Saves a draft. Needs `eks-fleet.rollout.plan` as a user.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RolloutDraft"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The draft.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Rollout"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/rollouts/preview": {
      "post": {
        "operationId": "previewRollout",
        "summary": "Plans without saving, over the clusters that the caller may read. Needs `eks-fleet.rollout.plan`.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RolloutDraft"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Waves, cells, what is wrong with them, and when it would end.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RolloutPreview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/rollouts/{rollout}": {
      "get": {
        "operationId": "getRollout",
        "summary": "One rollout, with its waves and gates.",
        "parameters": [
          {
            "$ref": "#/components/parameters/rollout"
          }
        ],
        "responses": {
          "200": {
            "description": "The rollout.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Rollout"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      },
      "put": {
        "operationId": "editRollout",
        "summary": "Edits a draft, or a plan that has not started; what was approved is void then. Needs `eks-fleet.rollout.plan` as a user.",
        "parameters": [
          {
            "$ref": "#/components/parameters/rollout"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RolloutDraft"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now. 409 where somebody edited it in between (`revision`).",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Rollout"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/rollouts/{rollout}/act": {
      "post": {
        "operationId": "actOnRollout",
        "summary": "Plans, starts, pauses, resumes, stops, cancels a rollout, takes what is unassigned into it, or skips a wave. Needs `eks-fleet.rollout.plan` (`plan`, `assign`), `.start` (`start`) or `.pause` (all others) on the rollout, as a user.",
        "parameters": [
          {
            "$ref": "#/components/parameters/rollout"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RolloutAct"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Rollout"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/rollouts/{rollout}/stragglers": {
      "post": {
        "operationId": "makeStragglerRollout",
        "summary": "A plan for what failed, was skipped or never reached, with the same pinned change and strategy. Needs `eks-fleet.rollout.plan` as a user; asked twice it is the same plan.",
        "parameters": [
          {
            "$ref": "#/components/parameters/rollout"
          }
        ],
        "responses": {
          "201": {
            "description": "The new plan.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Rollout"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/rollouts/{rollout}/cells": {
      "get": {
        "operationId": "listRolloutCells",
        "summary": "Cells in the order of waves.",
        "parameters": [
          {
            "$ref": "#/components/parameters/rollout"
          },
          {
            "name": "wave",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          },
          {
            "name": "state",
            "in": "query",
            "description": "Several by commas.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "changedAfter",
            "in": "query",
            "description": "Only what changed after this `revision` of a list before, so that a page follows without reading all again.",
            "schema": {
              "type": "integer",
              "minimum": 0
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 2000,
              "default": 500
            }
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RolloutCellList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/rollouts/{rollout}/cells/{cell}": {
      "get": {
        "operationId": "getRolloutCell",
        "summary": "One cell, with its tracks and all that was done in it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/rollout"
          },
          {
            "$ref": "#/components/parameters/cell"
          }
        ],
        "responses": {
          "200": {
            "description": "The cell.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RolloutCellDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/rollouts/{rollout}/cells/{cell}/act": {
      "post": {
        "operationId": "actOnRolloutCell",
        "summary": "Retries or skips a cell (`eks-fleet.rollout.pause`), forces it past what blocks it (`.force`), or takes it back (`.rollback`), as a user.",
        "parameters": [
          {
            "$ref": "#/components/parameters/rollout"
          },
          {
            "$ref": "#/components/parameters/cell"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RolloutCellAct"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RolloutCellDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/rollouts/{rollout}/gates/{gate}/decision": {
      "post": {
        "operationId": "decideGate",
        "summary": "Approves or rejects, or holds and releases by hand. Needs `eks-fleet.rollout.approve` on the rollout as a user who neither asked for it, last edited it nor started it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/rollout"
          },
          {
            "$ref": "#/components/parameters/gate"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/GateDecision"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now. 409 where the plan is another by now (`planHash`).",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Rollout"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/rollouts/{rollout}/log": {
      "get": {
        "operationId": "listRolloutLog",
        "summary": "All that happened, the newest first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/rollout"
          },
          {
            "name": "cell",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RolloutLog"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/by-name/{namespace}/{name}/rollouts": {
      "get": {
        "operationId": "getClusterRollouts",
        "summary": "Where the cluster stands in which rollout.",
        "parameters": [
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          }
        ],
        "responses": {
          "200": {
            "description": "Rollouts that it is or was part of, the newest first.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ClusterRollouts"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/strategies": {
      "get": {
        "operationId": "listStrategies",
        "summary": "Strategies that ship, are configured, or were saved.",
        "responses": {
          "200": {
            "description": "All of them.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/StrategyList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/strategies/{name}": {
      "put": {
        "operationId": "saveStrategy",
        "summary": "Saves a strategy, from JSON or YAML. Needs `eks-fleet.rollout.plan` as a user. Rollouts keep the copy that they started with.",
        "parameters": [
          {
            "$ref": "#/components/parameters/strategy"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/StrategySave"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is saved.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SavedStrategy"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      },
      "delete": {
        "operationId": "deleteStrategy",
        "summary": "Deletes a saved strategy. Needs `eks-fleet.rollout.plan` as a user.",
        "parameters": [
          {
            "$ref": "#/components/parameters/strategy"
          }
        ],
        "responses": {
          "204": {
            "description": "Gone."
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/fleet/stop": {
      "get": {
        "operationId": "getFleetStop",
        "summary": "Whether all outward writes are halted.",
        "responses": {
          "200": {
            "description": "The state.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FleetStop"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      },
      "put": {
        "operationId": "setFleetStop",
        "summary": "Halts all outward writes of all rollouts and requests within one reconcile, or lets them go on. Needs `eks-fleet.fleet.stop` as a user.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FleetStopRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The state.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FleetStop"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/proposals/ground": {
      "get": {
        "operationId": "getProposalGround",
        "summary": "What each proposal of a change of a fleet repository is made with at this moment. Needs `eks-fleet.request.create` as a user.",
        "responses": {
          "200": {
            "description": "The ground.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ProposalGround"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/alerts": {
      "get": {
        "operationId": "listAlerts",
        "summary": "Alerts on clusters that the caller may read; what fires, the worst first.",
        "parameters": [
          {
            "name": "filter",
            "in": "query",
            "allowReserved": true,
            "description": "`key=value` pairs as in `/clusters`; keys are `state` (firing and silenced by default), `severity`, `name`, `cluster` (an ARN), `account`, `region`, `environment`, `owner`, `source`, `fingerprint`.",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "maxLength": 4000
              }
            },
            "explode": true
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page, with counts of all that the filter takes.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AlertList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/alerts/{source}/{fingerprint}": {
      "get": {
        "operationId": "getAlert",
        "summary": "One alert, with what changed on its clusters just before.",
        "parameters": [
          {
            "$ref": "#/components/parameters/alertSource"
          },
          {
            "name": "fingerprint",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 128
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The alert.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Alert"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/alerts/{source}/webhook": {
      "post": {
        "operationId": "receiveAlerts",
        "summary": "Alertmanager's webhook, version 4. Not a part of Backstage; it is let in by the source's own token.",
        "parameters": [
          {
            "$ref": "#/components/parameters/alertSource"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "version",
                  "alerts"
                ],
                "properties": {
                  "version": {
                    "type": "string",
                    "enum": [
                      "4"
                    ]
                  },
                  "alerts": {
                    "type": "array",
                    "maxItems": 10000,
                    "items": {
                      "type": "object",
                      "required": [
                        "status",
                        "labels",
                        "startsAt",
                        "fingerprint"
                      ],
                      "properties": {
                        "status": {
                          "type": "string",
                          "enum": [
                            "firing",
                            "resolved"
                          ]
                        },
                        "labels": {
                          "type": "object",
                          "additionalProperties": {
                            "type": "string"
                          }
                        },
                        "annotations": {
                          "type": "object",
                          "additionalProperties": {
                            "type": "string"
                          }
                        },
                        "startsAt": {
                          "type": "string"
                        },
                        "endsAt": {
                          "type": "string"
                        },
                        "generatorURL": {
                          "type": "string"
                        },
                        "fingerprint": {
                          "type": "string",
                          "maxLength": 128
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "Recorded."
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/policies": {
      "get": {
        "operationId": "listPolicies",
        "summary": "Policies found on the clusters that the caller may read, the worst first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/policyFilter"
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 200
            }
          }
        ],
        "responses": {
          "200": {
            "description": "All that fit, up to the limit.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/policies/summary": {
      "get": {
        "operationId": "getPolicySummary",
        "summary": "What of policies wants attention, over the clusters that the caller may read.",
        "parameters": [
          {
            "$ref": "#/components/parameters/policyFilter"
          }
        ],
        "responses": {
          "200": {
            "description": "The summary.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicySummary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/policies/matrix": {
      "get": {
        "operationId": "getPolicyMatrix",
        "summary": "Policies by clusters, or by what clusters share; what is there, how it is enforced and what breaks it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/policyFilter"
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          },
          {
            "name": "by",
            "in": "query",
            "description": "What a column stands for; clusters by default.",
            "schema": {
              "type": "string",
              "enum": [
                "cluster",
                "environment",
                "account",
                "owner"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The whole matrix.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SharedPolicyMatrix"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/policies/trend": {
      "get": {
        "operationId": "getPolicyTrend",
        "summary": "How many findings there were at the end of each day.",
        "parameters": [
          {
            "$ref": "#/components/parameters/policyFilter"
          },
          {
            "name": "days",
            "in": "query",
            "description": "How far back; daily for 90 days, weekly before.",
            "schema": {
              "type": "integer",
              "minimum": 7,
              "maximum": 730,
              "default": 90
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The oldest first.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyTrend"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/policies/{policy}": {
      "get": {
        "operationId": "getPolicy",
        "summary": "One policy over the clusters that the caller may read.",
        "parameters": [
          {
            "$ref": "#/components/parameters/policy"
          }
        ],
        "responses": {
          "200": {
            "description": "The policy.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/policies/{policy}/clusters": {
      "get": {
        "operationId": "listPolicyClusters",
        "summary": "Where a policy is, how it is enforced there, and whether it is safe to enforce.",
        "parameters": [
          {
            "$ref": "#/components/parameters/policy"
          },
          {
            "$ref": "#/components/parameters/policyFilter"
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page, the most failures first.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyClusterList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/policies/layers": {
      "get": {
        "operationId": "getPolicyLayers",
        "summary": "Where the policies of the chart fleet-policies are switched, and what each place says of one of them. Places that reach no cluster that the caller may read are left out.",
        "parameters": [
          {
            "name": "policy",
            "in": "query",
            "description": "Name of a policy of the chart, such as `no-latest-tag`.",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "cluster",
            "in": "query",
            "description": "ARN; the place of this cluster alone is listed too.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "200": {
            "description": "As Git was last read.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyLayers"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/policies/edits": {
      "get": {
        "operationId": "listPolicyEdits",
        "summary": "How policies were switched in the portal, on clusters that the caller may read, the newest first.",
        "parameters": [
          {
            "name": "policy",
            "in": "query",
            "description": "Name of a policy of the chart.",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "state",
            "in": "query",
            "description": "Any of these; all by default.",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/PolicyEditState"
              }
            },
            "explode": true
          },
          {
            "name": "cluster",
            "in": "query",
            "description": "ARN.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyEditList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      },
      "post": {
        "operationId": "editPolicy",
        "summary": "Proposes to switch a policy, as a pull request. Needs `eks-fleet.policy.edit` on each cluster that the edited layers reach, as a user.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PolicyEditAsk"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "As it is now. 409 where Git says something else than when it was looked at (`contentHash`), or another edit of the policy in one of the layers is open.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyEdit"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/policies/edits/preview": {
      "post": {
        "operationId": "previewPolicyEdit",
        "summary": "What switching a policy would change, cluster by cluster, and which findings come and go. Nothing is kept. Needs what `editPolicy` needs.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PolicyEditAsk"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "With `problems`, it cannot be proposed so.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyEditPreview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/policies/edits/{edit}": {
      "get": {
        "operationId": "getPolicyEdit",
        "summary": "One edit, with its clusters and what happened to it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/policyEdit"
          }
        ],
        "responses": {
          "200": {
            "description": "The edit.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyEdit"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/policies/edits/{edit}/cancel": {
      "post": {
        "operationId": "cancelPolicyEdit",
        "summary": "Takes an edit back that is not merged; its pull request is closed. By who asked, or with `eks-fleet.policy.edit` on each cluster that it reaches.",
        "parameters": [
          {
            "$ref": "#/components/parameters/policyEdit"
          }
        ],
        "responses": {
          "200": {
            "description": "As it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyEdit"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/clusters/by-name/{namespace}/{name}/policies": {
      "get": {
        "operationId": "getClusterPolicies",
        "summary": "The policies of one cluster, and where it is known from.",
        "parameters": [
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          }
        ],
        "responses": {
          "200": {
            "description": "The cluster's policies, the worst first.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ClusterPolicies"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/findings": {
      "get": {
        "operationId": "listFindings",
        "summary": "Results that do not pass, on clusters that the caller may read.",
        "parameters": [
          {
            "$ref": "#/components/parameters/findingFilter"
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          },
          {
            "$ref": "#/components/parameters/findingOrder"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyFindingList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/findings/facets": {
      "get": {
        "operationId": "getFindingFacets",
        "summary": "How many findings have each value of the facets asked for.",
        "parameters": [
          {
            "name": "facet",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "enum": [
                  "name",
                  "policy",
                  "engine",
                  "category",
                  "severity",
                  "result",
                  "cluster",
                  "account",
                  "region",
                  "environment",
                  "owner",
                  "namespace",
                  "kind"
                ]
              },
              "maxItems": 13
            },
            "explode": true
          },
          {
            "$ref": "#/components/parameters/findingFilter"
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          }
        ],
        "responses": {
          "200": {
            "description": "The most first, 100 of each at most.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingFacets"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/findings/csv": {
      "get": {
        "operationId": "exportFindings",
        "summary": "Findings that fit the filters, as CSV with a header line; 50,000 at most.",
        "parameters": [
          {
            "$ref": "#/components/parameters/findingFilter"
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          },
          {
            "$ref": "#/components/parameters/findingOrder"
          }
        ],
        "responses": {
          "200": {
            "description": "CSV as in RFC 4180; cells that a spreadsheet would take for a formula begin with an apostrophe.",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/findings/{finding}": {
      "get": {
        "operationId": "getFinding",
        "summary": "One finding, resolved or not.",
        "parameters": [
          {
            "$ref": "#/components/parameters/finding"
          }
        ],
        "responses": {
          "200": {
            "description": "The finding.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyFinding"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/findings/{finding}/assignment": {
      "put": {
        "operationId": "assignFinding",
        "summary": "Says who looks after a finding. A user's own act, by somebody who may read its cluster and owns it or is in the group that it is given to.",
        "parameters": [
          {
            "$ref": "#/components/parameters/finding"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FindingAssignmentRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The finding as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyFinding"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/exceptions": {
      "get": {
        "operationId": "listExceptions",
        "summary": "Exceptions from policies over all engines, on clusters that the caller may read. What is the same on several clusters is one.",
        "parameters": [
          {
            "$ref": "#/components/parameters/exceptionFilter"
          },
          {
            "$ref": "#/components/parameters/fullTextFilterTerm"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page, what ends next first.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyExceptionList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/exceptions/preview": {
      "post": {
        "operationId": "previewException",
        "summary": "What an exception would be, for whom, and what is wrong with how it is asked for. Nothing is kept.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ExceptionAsk"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Files as they would be proposed; with `problems`, it cannot be asked for so.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExceptionPreview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/exceptions/requests": {
      "get": {
        "operationId": "listExceptionRequests",
        "summary": "Exceptions that were asked for in the portal, on clusters that the caller may read, the newest first.",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "description": "Any of these; all by default.",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/ExceptionRequestState"
              }
            },
            "explode": true
          },
          {
            "name": "cluster",
            "in": "query",
            "description": "ARN.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "requestedBy",
            "in": "query",
            "description": "Only those that the caller asked for. Users only.",
            "schema": {
              "type": "string",
              "enum": [
                "me"
              ]
            }
          },
          {
            "name": "waitsFor",
            "in": "query",
            "description": "Only those that the caller may decide now. Users only.",
            "schema": {
              "type": "string",
              "enum": [
                "me"
              ]
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExceptionRequestList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      },
      "post": {
        "operationId": "requestException",
        "summary": "Asks for an exception. Needs `eks-fleet.exception.request` on each of its clusters, as a user.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ExceptionAsk"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "As it is now. 409 where one is under way or in force already for the same policy, scope and cluster.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExceptionRequest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/exceptions/requests/{request}": {
      "get": {
        "operationId": "getExceptionRequest",
        "summary": "One request, with its files and what happened to it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/exceptionRequest"
          }
        ],
        "responses": {
          "200": {
            "description": "The request.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExceptionRequest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/exceptions/requests/{request}/decision": {
      "post": {
        "operationId": "decideExceptionRequest",
        "summary": "Agrees to an exception, or refuses. Needs `eks-fleet.exception.approve` on each of its clusters, as a user who did not ask for it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/exceptionRequest"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ExceptionDecision"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now. 409 where its content is another than was looked at (`contentHash`), or it is decided already.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExceptionRequest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/exceptions/requests/{request}/cancel": {
      "post": {
        "operationId": "cancelExceptionRequest",
        "summary": "Takes a request back that is not merged; its pull request is closed. By who asked, or with `eks-fleet.exception.approve` on each of its clusters.",
        "parameters": [
          {
            "$ref": "#/components/parameters/exceptionRequest"
          }
        ],
        "responses": {
          "200": {
            "description": "As it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExceptionRequest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/exceptions/requests/{request}/remove": {
      "post": {
        "operationId": "removeException",
        "summary": "Ends an exception early, or proposes its removal again where that was closed. By who asked, or with `eks-fleet.exception.approve` on each of its clusters.",
        "parameters": [
          {
            "$ref": "#/components/parameters/exceptionRequest"
          }
        ],
        "responses": {
          "200": {
            "description": "As it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExceptionRequest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/requests": {
      "get": {
        "operationId": "listRequests",
        "summary": "Requests for clusters, namespaces and applications that the caller may read; those that changed last first.",
        "parameters": [
          {
            "name": "filter",
            "in": "query",
            "allowReserved": true,
            "description": "`key=value` pairs as in `/clusters`; keys are `state`, `kind`, `operation`, `owner`, `requestedBy`, `environment`, `cluster` (an ARN), `thing` (its key) and `active` (`true` for what is under way, `false` for what is over).",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "maxLength": 4000
              }
            },
            "explode": true
          },
          {
            "name": "fullTextFilterTerm",
            "in": "query",
            "allowReserved": true,
            "description": "Text that the title, the reason, the ticket, the owner or the id must contain.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "mine",
            "in": "query",
            "description": "Only what the caller asked for, or a group of the caller owns. Users only.",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "waitingForMe",
            "in": "query",
            "description": "Only what the caller may decide now. Users only.",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "orderField",
            "in": "query",
            "allowReserved": true,
            "description": "`<field>,asc` or `<field>,desc`; updated, requested, title, owner, state or expires.",
            "schema": {
              "type": "string",
              "pattern": "^(updated|requested|title|owner|state|expires)(,(asc|desc))?$"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FleetRequestList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      },
      "post": {
        "operationId": "createRequest",
        "summary": "Asks for something, and takes the first step at once. Needs `eks-fleet.request.create` as a user.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RequestSubmission"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now; the same `idempotencyKey` made it earlier.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FleetRequest"
                }
              }
            }
          },
          "201": {
            "description": "As it is now. 400 with each field that is wrong, or each reason why it is denied; 409 where another request for the same thing is under way, where a name, a CIDR or the quota was given to another, and where what Git says is not what `base` was opened on.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FleetRequest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/requests/preflight": {
      "post": {
        "operationId": "preflightRequest",
        "summary": "Whether something would be allowed, needs approval or would be denied, what it costs and what is left of the quota. Nothing is kept. Needs `eks-fleet.request.create` as a user.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RequestAsk"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The verdict, or each field that is wrong.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestPreflight"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/requests/preview": {
      "post": {
        "operationId": "previewRequest",
        "summary": "The files that would be proposed, against the fleet repository as it is. Nothing is kept. Needs `eks-fleet.request.create` as a user.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RequestAsk"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The files, or each field that is wrong.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestPreview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/requests/placement": {
      "post": {
        "operationId": "placeRequest",
        "summary": "Clusters that a namespace could be on, the most fitting first, of those that the caller may read. Needs `eks-fleet.request.create` as a user.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PlacementAsk"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Each with its reasons.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PlacementList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/requests/options": {
      "get": {
        "operationId": "getRequestOptions",
        "summary": "What forms may offer somebody who asks for an owner. Needs `eks-fleet.request.create` as a user.",
        "parameters": [
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Entity reference of the group that it would be for.",
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The choices.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestOptions"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/requests/current": {
      "get": {
        "operationId": "getRequestCurrent",
        "summary": "What Git says of a thing at this moment, for forms that change it. Needs `eks-fleet.request.create` as a user; 404 for what is not in Git and for what the caller may not read.",
        "parameters": [
          {
            "name": "thing",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "description": "Its key, such as `namespace/111122223333/eu-west-1/prod-1/payments-dev`.",
            "schema": {
              "type": "string",
              "maxLength": 400
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The thing.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestCurrent"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/requests/{request}": {
      "get": {
        "operationId": "getRequest",
        "summary": "One request, with all that is known of it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/request"
          }
        ],
        "responses": {
          "200": {
            "description": "The request.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FleetRequest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/requests/{request}/diff": {
      "get": {
        "operationId": "getRequestDiff",
        "summary": "What it changes in the fleet repository; as it was merged once it is, else against the repository as it is.",
        "parameters": [
          {
            "$ref": "#/components/parameters/request"
          }
        ],
        "responses": {
          "200": {
            "description": "The files.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestDiff"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/requests/{request}/decisions": {
      "post": {
        "operationId": "decideRequest",
        "summary": "Approves a request, rejects it, or amends what it asks for. Needs `eks-fleet.request.decide` on it, as a user who neither asked for it nor amended it last; amending needs no more than the permission.",
        "parameters": [
          {
            "$ref": "#/components/parameters/request"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RequestDecisionAsk"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now. 409 where it asks for something else than was looked at (`specHash`), or is decided already.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FleetRequest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/requests/{request}/comments": {
      "post": {
        "operationId": "commentRequest",
        "summary": "Says something about a request. For everybody who may read it, as a user.",
        "parameters": [
          {
            "$ref": "#/components/parameters/request"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RequestCommentAsk"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FleetRequest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/requests/{request}/cancel": {
      "post": {
        "operationId": "cancelRequest",
        "summary": "Takes a request back as long as it is not merged; its pull request is closed. For who asked for it, its owner, and who may decide it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/request"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RequestCancelAsk"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "As it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FleetRequest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/quotas": {
      "get": {
        "operationId": "listQuotas",
        "summary": "What owners may have, have and are about to get. Of the caller's own groups, and of each owner whose requests the caller may read.",
        "parameters": [
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Only of these.",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "maxLength": 300
              }
            },
            "explode": true
          }
        ],
        "responses": {
          "200": {
            "description": "In order of their names.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestQuotaList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/requests/things": {
      "get": {
        "operationId": "listRequestThings",
        "summary": "Clusters, namespaces and applications that requests have brought into being, on clusters that the caller may read, and those that a group of the caller owns.",
        "parameters": [
          {
            "name": "filter",
            "in": "query",
            "allowReserved": true,
            "description": "`key=value` pairs as in `/clusters`; keys are `kind`, `owner`, `environment`, `cluster` (an ARN), `account`, `region`, `name`, `lifecycle` and `expires` (`soon` for what ends within the first warning, `past` for what has ended).",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "maxLength": 4000
              }
            },
            "explode": true
          },
          {
            "name": "fullTextFilterTerm",
            "in": "query",
            "allowReserved": true,
            "description": "Text that the name, the owner or the name of the cluster must contain.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "orderField",
            "in": "query",
            "allowReserved": true,
            "description": "`<field>,asc` or `<field>,desc`; name, owner, cluster, environment or expires.",
            "schema": {
              "type": "string",
              "pattern": "^(name|owner|cluster|environment|expires)(,(asc|desc))?$"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ProvisionedThingList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/namespaces": {
      "get": {
        "operationId": "listNamespaces",
        "summary": "Namespaces that requests have brought into being, on clusters that the caller may read, and those that a group of the caller owns; all of them for the catalog, which makes entities of them.",
        "parameters": [
          {
            "name": "filter",
            "in": "query",
            "allowReserved": true,
            "description": "`key=value` pairs as in `/clusters`; keys are `owner`, `environment`, `cluster` (an ARN), `account`, `region`, `name`, `lifecycle` and `expires` (`soon` for what ends within the first warning, `past` for what has ended).",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "maxLength": 4000
              }
            },
            "explode": true
          },
          {
            "name": "fullTextFilterTerm",
            "in": "query",
            "allowReserved": true,
            "description": "Text that the name, the owner or the name of the cluster must contain.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "orderField",
            "in": "query",
            "allowReserved": true,
            "description": "`<field>,asc` or `<field>,desc`; name, owner, cluster, environment or expires.",
            "schema": {
              "type": "string",
              "pattern": "^(name|owner|cluster|environment|expires)(,(asc|desc))?$"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ProvisionedNamespaceList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    },
    "/git/webhook": {
      "post": {
        "operationId": "receiveGitEvent",
        "summary": "What GitHub, GitLab or Gitea tell of a fleet repository. Not a part of Backstage; it is let in by the signature, or for GitLab the token, of the repository's `webhookSecret`.",
        "description": "Of what it says only that something happened is believed; the pull request is then read from the host. Events other than pushes and pull requests are answered and left alone.",
        "parameters": [
          {
            "name": "X-GitHub-Event",
            "in": "header",
            "description": "GitHub's kind of event; one of the three must be there.",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "X-Hub-Signature-256",
            "in": "header",
            "description": "Of GitHub. `sha256=` and the HMAC of the body by the secret.",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "X-Gitlab-Event",
            "in": "header",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "X-Gitlab-Token",
            "in": "header",
            "description": "Of GitLab. The secret itself.",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "X-Gitea-Event",
            "in": "header",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "X-Gitea-Signature",
            "in": "header",
            "description": "Of Gitea. The HMAC of the body by the secret.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "description": "As the host sends it; 5 MB at most.",
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": true
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "Taken, or of no concern."
          },
          "400": {
            "description": "Signed, and no JSON."
          },
          "401": {
            "description": "Not signed with the secret of a fleet repository."
          },
          "404": {
            "description": "There are no fleet repositories here."
          },
          "413": {
            "description": "Longer than 5 MB."
          },
          "default": {
            "$ref": "#/components/responses/ErrorResponse"
          }
        }
      }
    }
  },
  "components": {
    "parameters": {
      "account": {
        "name": "account",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "pattern": "^\\d{12}$"
        }
      },
      "region": {
        "name": "region",
        "in": "path",
        "required": true,
        "description": "A Region, `all` where the account's Regions could not be listed, or `organization` for AWS Organizations itself.",
        "schema": {
          "type": "string",
          "pattern": "^[a-z0-9-]{1,40}$"
        }
      },
      "target": {
        "name": "target",
        "in": "query",
        "description": "`next` for each cluster's next minor version (the default), `supported` for the oldest version that still has standard support, or a version such as `1.35`.",
        "schema": {
          "type": "string",
          "pattern": "^(next|supported|1\\.\\d{1,3})$"
        }
      },
      "provider": {
        "name": "provider",
        "in": "path",
        "required": true,
        "description": "The id of a provider of `catalog.providers.eksFleet`.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        }
      },
      "filter": {
        "name": "filter",
        "in": "query",
        "allowReserved": true,
        "description": "`key=value` pairs joined by commas, all of which must hold; of a key that is named twice, one. Of several `filter` parameters, one must hold. Keys are the facets' names.",
        "schema": {
          "type": "array",
          "items": {
            "type": "string",
            "maxLength": 4000
          }
        },
        "explode": true
      },
      "sourceFilter": {
        "name": "filter",
        "in": "query",
        "allowReserved": true,
        "description": "`key=value` pairs joined by commas, all of which must hold; of a key that is named twice, one. Of several `filter` parameters, one must hold. Keys are `kind`, `state`, `account`, `region` and `cluster`, an ARN.",
        "schema": {
          "type": "array",
          "items": {
            "type": "string",
            "maxLength": 4000
          }
        },
        "explode": true
      },
      "fullTextFilterTerm": {
        "name": "fullTextFilterTerm",
        "in": "query",
        "allowReserved": true,
        "description": "Text that the name, ARN, owner, account or account name must contain.",
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "orderField": {
        "name": "orderField",
        "in": "query",
        "allowReserved": true,
        "description": "`<field>,asc` or `<field>,desc`; name, status, version, account, region, environment, owner, support, created or seen.",
        "schema": {
          "type": "string",
          "pattern": "^(name|status|version|account|region|environment|owner|support|created|seen)(,(asc|desc))?$"
        }
      },
      "limit": {
        "name": "limit",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 500,
          "default": 50
        }
      },
      "cursor": {
        "name": "cursor",
        "in": "query",
        "allowReserved": true,
        "description": "From `pageInfo` of the page before. Carries filter, text and order with it.",
        "schema": {
          "type": "string",
          "maxLength": 8000
        }
      },
      "namespace": {
        "name": "namespace",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 63
        }
      },
      "name": {
        "name": "name",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 63
        }
      },
      "rollout": {
        "name": "rollout",
        "in": "path",
        "required": true,
        "description": "The id of a rollout.",
        "schema": {
          "type": "string",
          "maxLength": 64
        }
      },
      "cell": {
        "name": "cell",
        "in": "path",
        "required": true,
        "description": "The id of a cell.",
        "schema": {
          "type": "string",
          "maxLength": 64
        }
      },
      "gate": {
        "name": "gate",
        "in": "path",
        "required": true,
        "description": "The id of a gate.",
        "schema": {
          "type": "string",
          "maxLength": 64
        }
      },
      "strategy": {
        "name": "name",
        "in": "path",
        "required": true,
        "description": "The name of a strategy.",
        "schema": {
          "type": "string",
          "pattern": "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$"
        }
      },
      "alertSource": {
        "name": "source",
        "in": "path",
        "required": true,
        "description": "The id of a source of alerts in configuration.",
        "schema": {
          "type": "string",
          "maxLength": 63
        }
      },
      "policy": {
        "name": "policy",
        "in": "path",
        "required": true,
        "description": "The id of a policy.",
        "schema": {
          "type": "string",
          "pattern": "^[0-9a-f]{16}$"
        }
      },
      "finding": {
        "name": "finding",
        "in": "path",
        "required": true,
        "description": "The fingerprint of a finding.",
        "schema": {
          "type": "string",
          "pattern": "^[0-9a-f]{32}$"
        }
      },
      "policyFilter": {
        "name": "filter",
        "in": "query",
        "allowReserved": true,
        "description": "`key=value` pairs as in `/clusters`; besides the facets of clusters and `cluster` (an ARN), keys are `policy` (an id), `name`, `engine`, `category`, `severity` and `mode`.",
        "schema": {
          "type": "array",
          "items": {
            "type": "string",
            "maxLength": 4000
          }
        },
        "explode": true
      },
      "findingFilter": {
        "name": "filter",
        "in": "query",
        "allowReserved": true,
        "description": "`key=value` pairs as in `/clusters`; besides the facets of clusters (`owner` is the finding's own) and `cluster` (an ARN), keys are `policy` (an id), `name` (of the policy), `engine`, `category`, `severity`, `result` (`fail`, `warn`, `error`, `exempt`; all but `exempt` by default), `state` (`open` by default, or `resolved`), `namespace`, `kind`, `resource` (its name), `assignee`, `due` (`overdue`, `week`), `new` (`day`, `week`), `resolved` (`day`, `week`; of those that are resolved), `exception` (an id) and `rule`.",
        "schema": {
          "type": "array",
          "items": {
            "type": "string",
            "maxLength": 4000
          }
        },
        "explode": true
      },
      "findingOrder": {
        "name": "orderField",
        "in": "query",
        "allowReserved": true,
        "description": "`<field>,asc` or `<field>,desc`; severity (the worst first is desc), firstSeen, due, policy, cluster or namespace.",
        "schema": {
          "type": "string",
          "pattern": "^(severity|firstSeen|due|policy|cluster|namespace)(,(asc|desc))?$"
        }
      },
      "request": {
        "name": "request",
        "in": "path",
        "required": true,
        "description": "Id of a request.",
        "schema": {
          "type": "string",
          "pattern": "^[0-9a-f-]{36}$"
        }
      },
      "exceptionRequest": {
        "name": "request",
        "in": "path",
        "required": true,
        "description": "Id of a request for an exception.",
        "schema": {
          "type": "string",
          "pattern": "^[0-9a-f-]{36}$"
        }
      },
      "policyEdit": {
        "name": "edit",
        "in": "path",
        "required": true,
        "description": "Id of an edit of policies.",
        "schema": {
          "type": "string",
          "pattern": "^[0-9a-f-]{36}$"
        }
      },
      "exceptionFilter": {
        "name": "filter",
        "in": "query",
        "allowReserved": true,
        "description": "`key=value` pairs as in `/clusters`; besides the facets of clusters and `cluster` (an ARN), keys are `id`, `state`, `engine`, `policy` (an id), `flag` (`unused`, `tooBroad`, `honouredAfterExpiry`, `endless`).",
        "schema": {
          "type": "array",
          "items": {
            "type": "string",
            "maxLength": 4000
          }
        },
        "explode": true
      }
    },
    "responses": {
      "ErrorResponse": {
        "description": "An error as all of Backstage gives it.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      }
    },
    "schemas": {
      "Error": {
        "type": "object",
        "required": [
          "error",
          "response"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              }
            }
          },
          "response": {
            "type": "object",
            "required": [
              "statusCode"
            ],
            "properties": {
              "statusCode": {
                "type": "integer"
              }
            }
          }
        }
      },
      "ObservationErrorCode": {
        "type": "string",
        "enum": [
          "unauthenticated",
          "forbidden",
          "notAllowed",
          "throttled",
          "unreachable",
          "timeout",
          "notFound",
          "disabled",
          "notInstalled",
          "invalid"
        ]
      },
      "ObservationError": {
        "type": "object",
        "required": [
          "code",
          "message"
        ],
        "properties": {
          "code": {
            "$ref": "#/components/schemas/ObservationErrorCode"
          },
          "message": {
            "type": "string",
            "description": "What went wrong, in words an operator can act on."
          },
          "since": {
            "type": "string",
            "format": "date-time",
            "description": "When it began to go wrong without a break."
          }
        }
      },
      "SupportState": {
        "type": "string",
        "enum": [
          "standard",
          "extended",
          "unsupported",
          "unknown"
        ]
      },
      "Support": {
        "type": "object",
        "required": [
          "state"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/SupportState"
          },
          "endOfStandardSupport": {
            "type": "string",
            "format": "date-time"
          },
          "endOfExtendedSupport": {
            "type": "string",
            "format": "date-time"
          },
          "daysLeft": {
            "type": "integer",
            "description": "Whole days until the present state of support ends; negative after the end of all support."
          },
          "policy": {
            "type": "string",
            "description": "The cluster's `upgradePolicy.supportType`, `STANDARD` or `EXTENDED`."
          }
        }
      },
      "Link": {
        "type": "object",
        "required": [
          "title",
          "url"
        ],
        "properties": {
          "title": {
            "type": "string"
          },
          "url": {
            "type": "string"
          }
        }
      },
      "Cluster": {
        "type": "object",
        "required": [
          "entityRef",
          "name",
          "origin",
          "support",
          "labels",
          "observation",
          "cost",
          "links"
        ],
        "properties": {
          "entityRef": {
            "type": "string",
            "examples": [
              "resource:default/prod-payments-eu-1a2b3c4d"
            ]
          },
          "name": {
            "type": "string",
            "description": "The name in EKS; for a foreign cluster the entity's title or name."
          },
          "origin": {
            "type": "string",
            "enum": [
              "eks-fleet",
              "foreign"
            ],
            "description": "Whether our own discovery found it, or another source of the catalog says that it exists."
          },
          "conflictsWith": {
            "type": "string",
            "description": "For a foreign cluster with the ARN of one of ours, the entity reference of ours."
          },
          "provider": {
            "type": "string"
          },
          "arn": {
            "type": "string"
          },
          "partition": {
            "type": "string"
          },
          "accountId": {
            "type": "string"
          },
          "accountName": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "version": {
            "type": "string",
            "examples": [
              "1.33"
            ]
          },
          "platformVersion": {
            "type": "string"
          },
          "status": {
            "type": "string",
            "description": "As EKS says it, such as `ACTIVE`, `CREATING` or `FAILED`."
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "support": {
            "$ref": "#/components/schemas/Support"
          },
          "owner": {
            "type": "string",
            "description": "Entity reference of the owner."
          },
          "system": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "labels": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "observation": {
            "$ref": "#/components/schemas/ClusterObservation"
          },
          "cost": {
            "$ref": "#/components/schemas/ControlPlaneCost"
          },
          "links": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Link"
            }
          }
        }
      },
      "ClusterObservation": {
        "type": "object",
        "required": [
          "state"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "fresh",
              "stale",
              "failing",
              "unmanaged",
              "unknown"
            ],
            "description": "`failing`: the last attempt failed, what is shown is older. `unmanaged`: its account left the scope of discovery. `unknown`: never seen by us."
          },
          "observedAt": {
            "type": "string",
            "format": "date-time"
          },
          "error": {
            "$ref": "#/components/schemas/ObservationError"
          }
        }
      },
      "ControlPlaneCost": {
        "type": "object",
        "description": "US dollars in a month of 730 hours, at the configured prices.",
        "required": [
          "controlPlaneUsdPerMonth",
          "extendedSupportUsdPerMonth"
        ],
        "properties": {
          "controlPlaneUsdPerMonth": {
            "type": "number",
            "description": "All of it, what extended support adds included."
          },
          "extendedSupportUsdPerMonth": {
            "type": "number",
            "description": "What extended support adds."
          }
        }
      },
      "PageInfo": {
        "type": "object",
        "properties": {
          "nextCursor": {
            "type": "string"
          },
          "prevCursor": {
            "type": "string"
          }
        }
      },
      "ClusterList": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "pageInfo"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Cluster"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          }
        }
      },
      "FacetValue": {
        "type": "object",
        "required": [
          "value",
          "count"
        ],
        "properties": {
          "value": {
            "type": "string"
          },
          "count": {
            "type": "integer"
          },
          "title": {
            "type": "string",
            "description": "A name for people where the value is an id, such as an account's name."
          }
        }
      },
      "ClusterFacets": {
        "type": "object",
        "required": [
          "facets"
        ],
        "properties": {
          "facets": {
            "type": "object",
            "additionalProperties": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/FacetValue"
              }
            }
          }
        }
      },
      "TargetState": {
        "type": "string",
        "enum": [
          "pending",
          "fresh",
          "stale",
          "unmanaged",
          "unauthenticated",
          "forbidden",
          "notAllowed",
          "throttled",
          "unreachable",
          "timeout",
          "notFound",
          "disabled",
          "notInstalled",
          "invalid"
        ]
      },
      "NamedProblem": {
        "type": "object",
        "required": [
          "name",
          "reason"
        ],
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 200
          },
          "reason": {
            "type": "string",
            "maxLength": 2000
          },
          "code": {
            "$ref": "#/components/schemas/ObservationErrorCode"
          }
        }
      },
      "HeldRemoval": {
        "type": "object",
        "required": [
          "arn",
          "name",
          "entityRef",
          "missingSince"
        ],
        "properties": {
          "arn": {
            "type": "string",
            "maxLength": 400
          },
          "name": {
            "type": "string",
            "maxLength": 200
          },
          "entityRef": {
            "type": "string",
            "maxLength": 200
          },
          "missingSince": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "TargetReport": {
        "type": "object",
        "required": [
          "partition",
          "clusterCount",
          "freshForSeconds"
        ],
        "additionalProperties": false,
        "properties": {
          "partition": {
            "type": "string",
            "enum": [
              "aws",
              "aws-cn",
              "aws-us-gov"
            ]
          },
          "accountName": {
            "type": "string",
            "maxLength": 200
          },
          "roleArn": {
            "type": "string",
            "maxLength": 400,
            "description": "The role that discovery assumes, where it assumes one."
          },
          "callerArn": {
            "type": "string",
            "maxLength": 400,
            "description": "Who assumes it, where that is known."
          },
          "lastAttemptAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastSuccessAt": {
            "type": "string",
            "format": "date-time"
          },
          "nextAttemptAt": {
            "type": "string",
            "format": "date-time"
          },
          "freshForSeconds": {
            "type": "integer",
            "minimum": 1,
            "description": "How long after the last success what it gave counts as fresh."
          },
          "unmanagedSince": {
            "type": "string",
            "format": "date-time",
            "description": "Since when the account or Region is out of discovery's scope."
          },
          "removeAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the clusters of an unmanaged target begin to be removed."
          },
          "error": {
            "$ref": "#/components/schemas/ObservationError"
          },
          "clusterCount": {
            "type": "integer",
            "minimum": 0
          },
          "unreadable": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/NamedProblem"
            },
            "description": "Clusters that are listed and could not be described."
          },
          "rejects": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/NamedProblem"
            },
            "description": "Clusters whose entity the catalog would not take."
          },
          "heldRemovals": {
            "type": "array",
            "maxItems": 5000,
            "items": {
              "$ref": "#/components/schemas/HeldRemoval"
            },
            "description": "Clusters that are gone and wait for somebody to accept that."
          }
        }
      },
      "Target": {
        "type": "object",
        "required": [
          "provider",
          "accountId",
          "region",
          "partition",
          "kind",
          "state",
          "clusterCount",
          "unreadable",
          "rejects",
          "heldRemovals"
        ],
        "properties": {
          "provider": {
            "type": "string"
          },
          "accountId": {
            "type": "string"
          },
          "accountName": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "partition": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "region",
              "account",
              "organization"
            ],
            "description": "What it stands for; `account` where the account's Regions could not be listed, `organization` for AWS Organizations."
          },
          "state": {
            "$ref": "#/components/schemas/TargetState"
          },
          "error": {
            "$ref": "#/components/schemas/ObservationError"
          },
          "roleArn": {
            "type": "string"
          },
          "callerArn": {
            "type": "string"
          },
          "lastAttemptAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastSuccessAt": {
            "type": "string",
            "format": "date-time"
          },
          "nextAttemptAt": {
            "type": "string",
            "format": "date-time"
          },
          "unmanagedSince": {
            "type": "string",
            "format": "date-time"
          },
          "removeAt": {
            "type": "string",
            "format": "date-time"
          },
          "clusterCount": {
            "type": "integer"
          },
          "unreadable": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NamedProblem"
            }
          },
          "rejects": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NamedProblem"
            }
          },
          "heldRemovals": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/HeldRemoval"
            }
          }
        }
      },
      "TargetConflict": {
        "type": "object",
        "required": [
          "entityRef",
          "conflictsWith",
          "arn",
          "location"
        ],
        "properties": {
          "entityRef": {
            "type": "string",
            "description": "The entity of another source."
          },
          "conflictsWith": {
            "type": "string",
            "description": "Our entity of the same ARN."
          },
          "arn": {
            "type": "string"
          },
          "location": {
            "type": "string",
            "description": "Where the catalog has the other entity from."
          }
        }
      },
      "TargetList": {
        "type": "object",
        "required": [
          "items",
          "conflicts",
          "foreignClusters"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Target"
            }
          },
          "conflicts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TargetConflict"
            }
          },
          "foreignClusters": {
            "type": "integer"
          }
        }
      },
      "SourceKind": {
        "type": "string",
        "description": "`eks`: what AWS answers about a cluster. `kubernetes`: its Kubernetes API, read directly. `policy`: its policies and their results. `reporter`: what runs in it and posts Kubernetes facts. Later versions add kinds.",
        "enum": [
          "eks",
          "kubernetes",
          "policy",
          "reporter"
        ]
      },
      "SourceState": {
        "type": "string",
        "description": "`pending`: never observed. An error: of the last attempt, whatever was observed before.",
        "enum": [
          "fresh",
          "stale",
          "pending",
          "unauthenticated",
          "forbidden",
          "notAllowed",
          "throttled",
          "unreachable",
          "timeout",
          "notFound",
          "disabled",
          "notInstalled",
          "invalid"
        ]
      },
      "SourcePart": {
        "type": "object",
        "required": [
          "kind",
          "state"
        ],
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/ObservationKind"
          },
          "state": {
            "$ref": "#/components/schemas/SourceState"
          },
          "error": {
            "$ref": "#/components/schemas/ObservationError"
          },
          "observedAt": {
            "type": "string",
            "format": "date-time"
          },
          "attemptedAt": {
            "type": "string",
            "format": "date-time"
          },
          "nextAttemptAt": {
            "type": "string",
            "format": "date-time",
            "description": "Left out where others bring it."
          },
          "pushed": {
            "type": "boolean",
            "description": "Whether the cluster itself brings it, and nobody here reads it."
          }
        }
      },
      "Source": {
        "type": "object",
        "required": [
          "id",
          "kind",
          "name",
          "arn",
          "entityRef",
          "accountId",
          "region",
          "state",
          "parts"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "The same as long as the source is there."
          },
          "kind": {
            "$ref": "#/components/schemas/SourceKind"
          },
          "name": {
            "type": "string",
            "description": "What a person calls it, such as the cluster's name."
          },
          "arn": {
            "type": "string",
            "description": "Of the cluster."
          },
          "entityRef": {
            "type": "string",
            "description": "Of the cluster."
          },
          "accountId": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/SourceState"
          },
          "error": {
            "$ref": "#/components/schemas/ObservationError"
          },
          "lastAttemptAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastSuccessAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the last of its parts was observed."
          },
          "nextAttemptAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the next of its parts is tried."
          },
          "parts": {
            "type": "array",
            "description": "What is observed by this path, the worst first.",
            "items": {
              "$ref": "#/components/schemas/SourcePart"
            }
          }
        }
      },
      "SourceCount": {
        "type": "object",
        "required": [
          "kind",
          "state",
          "count"
        ],
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/SourceKind"
          },
          "state": {
            "$ref": "#/components/schemas/SourceState"
          },
          "count": {
            "type": "integer"
          }
        }
      },
      "SourceList": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "pageInfo",
          "counts"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Source"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          },
          "counts": {
            "type": "array",
            "description": "Over what the caller may read and the filters but `kind` and `state` let through.",
            "items": {
              "$ref": "#/components/schemas/SourceCount"
            }
          }
        }
      },
      "SystemSource": {
        "type": "object",
        "required": [
          "kind",
          "id",
          "state"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "description": "`git`: a fleet repository on its Git host. `argocd`: the cluster API that has an Argo CD's applications. `alertmanager` and `cloudwatch`: where alerts come from. `securityHub`: the Region that findings are aggregated in. Later versions add kinds.",
            "enum": [
              "git",
              "argocd",
              "alertmanager",
              "cloudwatch",
              "securityHub"
            ]
          },
          "id": {
            "type": "string",
            "description": "As the configuration has it; of its kind alone."
          },
          "url": {
            "type": "string",
            "description": "Of its page, where it has one."
          },
          "state": {
            "$ref": "#/components/schemas/SourceState"
          },
          "error": {
            "$ref": "#/components/schemas/ObservationError"
          },
          "lastAttemptAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastSuccessAt": {
            "type": "string",
            "format": "date-time",
            "description": "When it was last read, or last told something. Left out where that never was."
          },
          "watchdog": {
            "type": "string",
            "description": "Whether the alert that always fires has come in time; of sources of alerts.",
            "enum": [
              "seen",
              "lost",
              "notExpected"
            ]
          },
          "notes": {
            "type": "array",
            "description": "What else is to be known of it, in sentences, such as how much of what it says is on no cluster.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "SystemSourceList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SystemSource"
            }
          }
        }
      },
      "KeepTargetsRequest": {
        "type": "object",
        "required": [
          "targets"
        ],
        "additionalProperties": false,
        "properties": {
          "targets": {
            "type": "array",
            "maxItems": 50000,
            "description": "`<account>/<region>` each.",
            "items": {
              "type": "string",
              "pattern": "^\\d{12}/[a-z0-9-]{1,40}$"
            }
          }
        }
      },
      "TargetRefreshRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "targets": {
            "type": "array",
            "maxItems": 500,
            "description": "`<account>/<region>` each; all where this is left out.",
            "items": {
              "type": "string",
              "pattern": "^\\d{12}/[a-z0-9-]{1,40}$"
            }
          }
        }
      },
      "AcceptRemovalsRequest": {
        "type": "object",
        "required": [
          "provider",
          "arns"
        ],
        "additionalProperties": false,
        "properties": {
          "provider": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "arns": {
            "type": "array",
            "minItems": 1,
            "maxItems": 5000,
            "items": {
              "type": "string",
              "maxLength": 400
            }
          }
        }
      },
      "KubernetesVersion": {
        "type": "object",
        "required": [
          "version",
          "partition",
          "state",
          "clusters"
        ],
        "properties": {
          "version": {
            "type": "string"
          },
          "partition": {
            "type": "string"
          },
          "releaseDate": {
            "type": "string",
            "format": "date-time"
          },
          "endOfStandardSupport": {
            "type": "string",
            "format": "date-time"
          },
          "endOfExtendedSupport": {
            "type": "string",
            "format": "date-time"
          },
          "state": {
            "$ref": "#/components/schemas/SupportState"
          },
          "clusters": {
            "type": "integer",
            "description": "Clusters of this version that the caller may read."
          }
        }
      },
      "VersionList": {
        "type": "object",
        "required": [
          "items",
          "source"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/KubernetesVersion"
            }
          },
          "source": {
            "type": "string",
            "enum": [
              "eks",
              "shipped"
            ],
            "description": "Whether EKS `DescribeClusterVersions` said it, or the table that ships with the plugin."
          },
          "observedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When EKS said it, or the date of the shipped table."
          }
        }
      },
      "SummaryVersion": {
        "type": "object",
        "required": [
          "version",
          "clusters",
          "state"
        ],
        "properties": {
          "version": {
            "type": "string"
          },
          "clusters": {
            "type": "integer"
          },
          "state": {
            "$ref": "#/components/schemas/SupportState"
          },
          "endOfStandardSupport": {
            "type": "string",
            "format": "date-time"
          },
          "endOfExtendedSupport": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "GridCell": {
        "type": "object",
        "required": [
          "accountId",
          "region",
          "clusters",
          "extended",
          "unsupported",
          "failed"
        ],
        "properties": {
          "accountId": {
            "type": "string"
          },
          "accountName": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "clusters": {
            "type": "integer"
          },
          "extended": {
            "type": "integer"
          },
          "unsupported": {
            "type": "integer"
          },
          "failed": {
            "type": "integer",
            "description": "Clusters whose status is `FAILED`."
          },
          "targetState": {
            "$ref": "#/components/schemas/TargetState"
          }
        }
      },
      "AttentionItem": {
        "type": "object",
        "required": [
          "code",
          "severity",
          "count"
        ],
        "properties": {
          "code": {
            "type": "string",
            "enum": [
              "forcedUpgrade",
              "unsupported",
              "extendedSoon",
              "extendedCost",
              "clusterFailed",
              "targetFailing",
              "heldRemovals"
            ]
          },
          "severity": {
            "type": "string",
            "enum": [
              "critical",
              "warning",
              "info"
            ]
          },
          "count": {
            "type": "integer",
            "description": "Clusters it is about; targets for `targetFailing`, removals for `heldRemovals`."
          },
          "version": {
            "type": "string"
          },
          "dueAt": {
            "type": "string",
            "format": "date-time"
          },
          "since": {
            "type": "string",
            "format": "date-time"
          },
          "costUsdPerMonth": {
            "type": "number"
          },
          "accountId": {
            "type": "string"
          },
          "accountName": {
            "type": "string"
          },
          "regions": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "error": {
            "$ref": "#/components/schemas/ObservationError"
          }
        }
      },
      "Summary": {
        "type": "object",
        "required": [
          "clusters",
          "foreignClusters",
          "accounts",
          "regions",
          "versions",
          "statuses",
          "grid",
          "attention",
          "cost"
        ],
        "properties": {
          "clusters": {
            "type": "integer"
          },
          "foreignClusters": {
            "type": "integer"
          },
          "accounts": {
            "type": "integer"
          },
          "regions": {
            "type": "integer"
          },
          "targets": {
            "type": "object",
            "description": "Targets by state; left out for a caller who may not read targets.",
            "required": [
              "total",
              "byState"
            ],
            "properties": {
              "total": {
                "type": "integer"
              },
              "byState": {
                "type": "object",
                "additionalProperties": {
                  "type": "integer"
                }
              }
            }
          },
          "observedAt": {
            "type": "string",
            "format": "date-time",
            "description": "The newest good observation."
          },
          "versions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SummaryVersion"
            }
          },
          "statuses": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FacetValue"
            }
          },
          "grid": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GridCell"
            }
          },
          "attention": {
            "type": "array",
            "description": "What to do first, by the cost of waiting.",
            "items": {
              "$ref": "#/components/schemas/AttentionItem"
            }
          },
          "cost": {
            "$ref": "#/components/schemas/ControlPlaneCost"
          }
        }
      },
      "DeepLinkMatches": {
        "type": "object",
        "required": [
          "matches"
        ],
        "properties": {
          "matches": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "entityRef",
                "name"
              ],
              "properties": {
                "entityRef": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                },
                "arn": {
                  "type": "string"
                },
                "accountId": {
                  "type": "string"
                },
                "accountName": {
                  "type": "string"
                },
                "region": {
                  "type": "string"
                },
                "environment": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "ObservationKind": {
        "type": "string",
        "description": "What was observed of a cluster; each kind has a schedule, a freshness and an error of its own. Collectors of other modules add kinds.",
        "pattern": "^[a-zA-Z][a-zA-Z0-9.-]{0,63}$",
        "examples": [
          "controlPlane",
          "nodegroups",
          "fargateProfiles",
          "addons",
          "capabilities",
          "insights",
          "updates",
          "subnets",
          "kubernetesNodes",
          "kubernetesDisruption",
          "kubernetesDeprecatedApis",
          "kubernetesAdmission",
          "kubernetesAddons",
          "policyReports",
          "policyGatekeeper",
          "policyKyverno",
          "policyAdmission"
        ]
      },
      "ObservationAge": {
        "type": "object",
        "description": "How old an observation is, and what went wrong since.",
        "required": [
          "kind",
          "state"
        ],
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/ObservationKind"
          },
          "state": {
            "type": "string",
            "enum": [
              "fresh",
              "stale",
              "failing",
              "missing",
              "notApplicable"
            ],
            "description": "`failing`: the last attempt failed, what is shown is older. `missing`: never observed. `notApplicable`: nobody asks for it here, such as Kubernetes facts where no way to the API is configured."
          },
          "observedAt": {
            "type": "string",
            "format": "date-time"
          },
          "attemptedAt": {
            "type": "string",
            "format": "date-time"
          },
          "source": {
            "type": "string",
            "enum": [
              "discovery",
              "collector",
              "reporter"
            ],
            "description": "Who observed it."
          },
          "error": {
            "$ref": "#/components/schemas/ObservationError"
          }
        }
      },
      "HealthIssue": {
        "type": "object",
        "description": "As EKS words it.",
        "required": [
          "code",
          "message",
          "resourceIds"
        ],
        "properties": {
          "code": {
            "type": "string",
            "maxLength": 2000
          },
          "message": {
            "type": "string",
            "maxLength": 2000
          },
          "resourceIds": {
            "type": "array",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          }
        }
      },
      "ControlPlaneDocument": {
        "type": "object",
        "description": "EKS `DescribeCluster`, what matters of it.",
        "required": [
          "name",
          "version",
          "status",
          "healthIssues",
          "subnetIds",
          "securityGroupIds",
          "publicAccessCidrs",
          "logTypes",
          "autoMode",
          "autoModeNodePools",
          "hybridNodes"
        ],
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "version": {
            "type": "string",
            "maxLength": 2000
          },
          "platformVersion": {
            "type": "string",
            "maxLength": 2000
          },
          "status": {
            "type": "string",
            "maxLength": 2000
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "roleArn": {
            "type": "string",
            "maxLength": 2000
          },
          "endpoint": {
            "type": "string",
            "maxLength": 2000
          },
          "certificateAuthority": {
            "type": "string",
            "maxLength": 20000,
            "description": "PEM in base64."
          },
          "oidcIssuer": {
            "type": "string",
            "maxLength": 2000
          },
          "supportType": {
            "type": "string",
            "maxLength": 2000,
            "description": "`STANDARD` or `EXTENDED`: a preference, not what is billed."
          },
          "deletionProtection": {
            "type": "boolean"
          },
          "healthIssues": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/HealthIssue"
            }
          },
          "vpcId": {
            "type": "string",
            "maxLength": 2000
          },
          "subnetIds": {
            "type": "array",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "securityGroupIds": {
            "type": "array",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "endpointPublicAccess": {
            "type": "boolean"
          },
          "endpointPrivateAccess": {
            "type": "boolean"
          },
          "publicAccessCidrs": {
            "type": "array",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "ipFamily": {
            "type": "string",
            "maxLength": 2000
          },
          "serviceCidr": {
            "type": "string",
            "maxLength": 2000
          },
          "logTypes": {
            "type": "array",
            "description": "Kinds of control plane logs that are on.",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "tags": {
            "type": "object",
            "description": "Of the cluster itself; left out where they were not read.",
            "maxProperties": 200,
            "additionalProperties": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "secretsKeyArn": {
            "type": "string",
            "maxLength": 2000,
            "description": "The KMS key that encrypts secrets; left out where none does."
          },
          "authenticationMode": {
            "type": "string",
            "maxLength": 2000
          },
          "autoMode": {
            "type": "boolean"
          },
          "autoModeNodePools": {
            "type": "array",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "zonalShift": {
            "type": "boolean"
          },
          "scalingTier": {
            "type": "string",
            "maxLength": 2000
          },
          "hybridNodes": {
            "type": "boolean"
          }
        }
      },
      "ControlPlaneReport": {
        "type": "object",
        "required": [
          "observedAt",
          "clusters"
        ],
        "additionalProperties": false,
        "properties": {
          "observedAt": {
            "type": "string",
            "format": "date-time"
          },
          "clusters": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/ControlPlaneDocument"
            }
          },
          "failures": {
            "type": "array",
            "maxItems": 2000,
            "description": "Clusters that the target lists and that could not be described.",
            "items": {
              "$ref": "#/components/schemas/ControlPlaneFailure"
            }
          }
        }
      },
      "ControlPlaneFailure": {
        "type": "object",
        "required": [
          "name",
          "error"
        ],
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "error": {
            "$ref": "#/components/schemas/ObservationError"
          }
        }
      },
      "Nodegroup": {
        "type": "object",
        "description": "EKS `DescribeNodegroup`.",
        "required": [
          "name",
          "status",
          "instanceTypes",
          "subnetIds",
          "healthIssues"
        ],
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "status": {
            "type": "string",
            "maxLength": 2000
          },
          "version": {
            "type": "string",
            "maxLength": 2000
          },
          "releaseVersion": {
            "type": "string",
            "maxLength": 2000,
            "description": "Left out for a custom AMI."
          },
          "amiType": {
            "type": "string",
            "maxLength": 2000
          },
          "capacityType": {
            "type": "string",
            "maxLength": 2000
          },
          "instanceTypes": {
            "type": "array",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "minSize": {
            "type": "integer"
          },
          "maxSize": {
            "type": "integer"
          },
          "desiredSize": {
            "type": "integer"
          },
          "maxUnavailable": {
            "type": "integer"
          },
          "maxUnavailablePercentage": {
            "type": "integer"
          },
          "updateStrategy": {
            "type": "string",
            "maxLength": 2000
          },
          "launchTemplate": {
            "type": "string",
            "maxLength": 2000,
            "description": "Id and version, as in `lt-0abc/3`."
          },
          "subnetIds": {
            "type": "array",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "healthIssues": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/HealthIssue"
            }
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "modifiedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "NodegroupsDocument": {
        "type": "object",
        "required": [
          "nodegroups",
          "unreadable"
        ],
        "properties": {
          "nodegroups": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/Nodegroup"
            }
          },
          "unreadable": {
            "type": "array",
            "description": "Listed, but not to be described.",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/NamedProblem"
            }
          }
        }
      },
      "FargateProfile": {
        "type": "object",
        "description": "EKS `DescribeFargateProfile`.",
        "required": [
          "name",
          "status",
          "subnetIds",
          "selectors",
          "healthIssues"
        ],
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "status": {
            "type": "string",
            "maxLength": 2000
          },
          "subnetIds": {
            "type": "array",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "selectors": {
            "type": "array",
            "description": "Namespaces with labels, as in `payments (app=api)`.",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "healthIssues": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/HealthIssue"
            }
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "FargateProfilesDocument": {
        "type": "object",
        "required": [
          "profiles",
          "unreadable"
        ],
        "properties": {
          "profiles": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/FargateProfile"
            }
          },
          "unreadable": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/NamedProblem"
            }
          }
        }
      },
      "Addon": {
        "type": "object",
        "description": "EKS `DescribeAddon`.",
        "required": [
          "name",
          "status",
          "healthIssues",
          "marketplace"
        ],
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "version": {
            "type": "string",
            "maxLength": 2000
          },
          "status": {
            "type": "string",
            "maxLength": 2000
          },
          "healthIssues": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/HealthIssue"
            }
          },
          "publisher": {
            "type": "string",
            "maxLength": 2000
          },
          "owner": {
            "type": "string",
            "maxLength": 2000
          },
          "marketplace": {
            "type": "boolean",
            "description": "Whether it comes from the AWS Marketplace."
          },
          "roleArn": {
            "type": "string",
            "maxLength": 2000
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "modifiedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "AddonsDocument": {
        "type": "object",
        "required": [
          "addons",
          "unreadable"
        ],
        "properties": {
          "addons": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/Addon"
            }
          },
          "unreadable": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/NamedProblem"
            }
          }
        }
      },
      "Capability": {
        "type": "object",
        "description": "EKS `DescribeCapability`: a managed Argo CD, ACK or kro.",
        "required": [
          "name",
          "type",
          "status",
          "healthIssues"
        ],
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "type": {
            "type": "string",
            "maxLength": 2000,
            "description": "`ARGOCD`, `ACK` or `KRO`."
          },
          "status": {
            "type": "string",
            "maxLength": 2000
          },
          "version": {
            "type": "string",
            "maxLength": 2000
          },
          "roleArn": {
            "type": "string",
            "maxLength": 2000
          },
          "serverUrl": {
            "type": "string",
            "maxLength": 2000
          },
          "healthIssues": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/HealthIssue"
            }
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "modifiedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "CapabilitiesDocument": {
        "type": "object",
        "required": [
          "capabilities",
          "unreadable"
        ],
        "properties": {
          "capabilities": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/Capability"
            }
          },
          "unreadable": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/NamedProblem"
            }
          }
        }
      },
      "InsightClient": {
        "type": "object",
        "description": "Who called a deprecated API.",
        "required": [
          "userAgent"
        ],
        "properties": {
          "userAgent": {
            "type": "string",
            "maxLength": 2000
          },
          "requestsLast30Days": {
            "type": "integer"
          },
          "lastRequestTime": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "InsightDeprecation": {
        "type": "object",
        "required": [
          "usage",
          "clients"
        ],
        "properties": {
          "usage": {
            "type": "string",
            "maxLength": 2000,
            "description": "A path such as `/apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas`."
          },
          "replacedWith": {
            "type": "string",
            "maxLength": 2000
          },
          "stopServingVersion": {
            "type": "string",
            "maxLength": 2000
          },
          "startServingReplacementVersion": {
            "type": "string",
            "maxLength": 2000
          },
          "clients": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/InsightClient"
            }
          }
        }
      },
      "InsightResource": {
        "type": "object",
        "properties": {
          "kubernetesResourceUri": {
            "type": "string",
            "maxLength": 2000
          },
          "arn": {
            "type": "string",
            "maxLength": 2000
          },
          "status": {
            "type": "string",
            "maxLength": 2000
          },
          "reason": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "InsightAddon": {
        "type": "object",
        "required": [
          "name",
          "compatibleVersions"
        ],
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "compatibleVersions": {
            "type": "array",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          }
        }
      },
      "Insight": {
        "type": "object",
        "description": "EKS `ListInsights`, and `DescribeInsight` where it is not passing.",
        "required": [
          "id",
          "name",
          "category",
          "status",
          "resources",
          "deprecations",
          "addons",
          "links"
        ],
        "properties": {
          "id": {
            "type": "string",
            "maxLength": 2000
          },
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "category": {
            "type": "string",
            "maxLength": 2000,
            "description": "`UPGRADE_READINESS`, `ROLLBACK_READINESS`, `MISCONFIGURATION`, or one that is new."
          },
          "status": {
            "type": "string",
            "maxLength": 2000,
            "description": "`PASSING`, `WARNING`, `ERROR` or `UNKNOWN`."
          },
          "reason": {
            "type": "string",
            "maxLength": 2000
          },
          "kubernetesVersion": {
            "type": "string",
            "maxLength": 2000
          },
          "description": {
            "type": "string",
            "maxLength": 20000
          },
          "recommendation": {
            "type": "string",
            "maxLength": 20000
          },
          "lastRefreshTime": {
            "type": "string",
            "format": "date-time"
          },
          "lastTransitionTime": {
            "type": "string",
            "format": "date-time"
          },
          "resources": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/InsightResource"
            }
          },
          "deprecations": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/InsightDeprecation"
            }
          },
          "addons": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/InsightAddon"
            }
          },
          "links": {
            "type": "object",
            "description": "Title to URL.",
            "additionalProperties": {
              "type": "string",
              "maxLength": 2000
            }
          }
        }
      },
      "InsightsDocument": {
        "type": "object",
        "required": [
          "insights",
          "unreadable"
        ],
        "properties": {
          "insights": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/Insight"
            }
          },
          "unreadable": {
            "type": "array",
            "description": "Not passing, and not to be described.",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/NamedProblem"
            }
          }
        }
      },
      "UpdateError": {
        "type": "object",
        "required": [
          "code",
          "message",
          "resourceIds"
        ],
        "properties": {
          "code": {
            "type": "string",
            "maxLength": 2000
          },
          "message": {
            "type": "string",
            "maxLength": 2000
          },
          "resourceIds": {
            "type": "array",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          }
        }
      },
      "Update": {
        "type": "object",
        "description": "EKS `DescribeUpdate`.",
        "required": [
          "id",
          "type",
          "status",
          "parameters",
          "errors"
        ],
        "properties": {
          "id": {
            "type": "string",
            "maxLength": 2000
          },
          "type": {
            "type": "string",
            "maxLength": 2000,
            "description": "Such as `VersionUpdate` or `AddonUpdate`."
          },
          "status": {
            "type": "string",
            "maxLength": 2000,
            "description": "`InProgress`, `Failed`, `Cancelled` or `Successful`."
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "parameters": {
            "type": "object",
            "additionalProperties": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "errors": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/UpdateError"
            }
          },
          "nodegroup": {
            "type": "string",
            "maxLength": 2000
          },
          "addon": {
            "type": "string",
            "maxLength": 2000
          },
          "capability": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "UpdatesDocument": {
        "type": "object",
        "description": "The newest first.",
        "required": [
          "updates",
          "unreadable"
        ],
        "properties": {
          "updates": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/Update"
            }
          },
          "unreadable": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/NamedProblem"
            }
          }
        }
      },
      "Subnet": {
        "type": "object",
        "description": "EC2 `DescribeSubnets`.",
        "required": [
          "id",
          "freeAddresses"
        ],
        "properties": {
          "id": {
            "type": "string",
            "maxLength": 2000
          },
          "availabilityZone": {
            "type": "string",
            "maxLength": 2000
          },
          "cidr": {
            "type": "string",
            "maxLength": 2000
          },
          "freeAddresses": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "SubnetsDocument": {
        "type": "object",
        "description": "The cluster's own subnets.",
        "required": [
          "subnets",
          "missing"
        ],
        "properties": {
          "subnets": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/Subnet"
            }
          },
          "missing": {
            "type": "array",
            "description": "Subnets of the cluster that are not there any more.",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          }
        }
      },
      "NodeOwner": {
        "type": "object",
        "description": "What made a node.",
        "required": [
          "kind"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "nodegroup",
              "karpenter",
              "autoMode",
              "fargate",
              "hybrid",
              "selfManaged"
            ]
          },
          "name": {
            "type": "string",
            "maxLength": 2000,
            "description": "The node group, node pool or Fargate profile."
          }
        }
      },
      "NodeSet": {
        "type": "object",
        "description": "Nodes that are alike.",
        "required": [
          "owner",
          "kubeletVersion",
          "nodes",
          "notReady",
          "doNotDisrupt"
        ],
        "properties": {
          "owner": {
            "$ref": "#/components/schemas/NodeOwner"
          },
          "kubeletVersion": {
            "type": "string",
            "maxLength": 2000,
            "description": "As the node says it, such as `v1.33.9-eks-113cf36`."
          },
          "kubeProxyVersion": {
            "type": "string",
            "maxLength": 2000
          },
          "instanceType": {
            "type": "string",
            "maxLength": 2000
          },
          "capacityType": {
            "type": "string",
            "maxLength": 2000
          },
          "architecture": {
            "type": "string",
            "maxLength": 2000
          },
          "operatingSystem": {
            "type": "string",
            "maxLength": 2000
          },
          "osImage": {
            "type": "string",
            "maxLength": 2000
          },
          "containerRuntime": {
            "type": "string",
            "maxLength": 2000
          },
          "nodes": {
            "type": "integer",
            "minimum": 0
          },
          "notReady": {
            "type": "integer",
            "minimum": 0
          },
          "doNotDisrupt": {
            "type": "integer",
            "minimum": 0,
            "description": "Nodes that Karpenter or Auto Mode may not take down."
          }
        }
      },
      "ResourceAmounts": {
        "type": "object",
        "required": [
          "cpuMillis",
          "memoryBytes",
          "pods"
        ],
        "properties": {
          "cpuMillis": {
            "type": "integer"
          },
          "memoryBytes": {
            "type": "integer"
          },
          "pods": {
            "type": "integer"
          }
        }
      },
      "KubernetesNodesDocument": {
        "type": "object",
        "description": "Nodes by what they are, and what is asked of them.",
        "required": [
          "nodes",
          "sets",
          "allocatable"
        ],
        "properties": {
          "apiServerVersion": {
            "type": "string",
            "maxLength": 2000
          },
          "nodes": {
            "type": "integer",
            "minimum": 0
          },
          "sets": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/NodeSet"
            }
          },
          "allocatable": {
            "$ref": "#/components/schemas/ResourceAmounts"
          },
          "requested": {
            "$ref": "#/components/schemas/ResourceAmounts",
            "description": "What pods that run ask for; left out where pods may not be listed."
          },
          "workloadPods": {
            "type": "integer",
            "minimum": 0,
            "description": "Pods that run outside of `kube-*` namespaces and are not of a DaemonSet."
          }
        }
      },
      "WorkloadRef": {
        "type": "object",
        "required": [
          "namespace",
          "kind",
          "name"
        ],
        "properties": {
          "namespace": {
            "type": "string",
            "maxLength": 2000
          },
          "kind": {
            "type": "string",
            "maxLength": 2000
          },
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "owner": {
            "type": "string",
            "maxLength": 2000,
            "description": "Entity reference, from a label of the workload or its namespace."
          }
        }
      },
      "BlockedDrain": {
        "type": "object",
        "description": "Where a drain would hang.",
        "required": [
          "workload",
          "reason",
          "budgets",
          "pods",
          "disruptionsAllowed",
          "nodeOwners",
          "nodes"
        ],
        "properties": {
          "workload": {
            "$ref": "#/components/schemas/WorkloadRef"
          },
          "reason": {
            "type": "string",
            "enum": [
              "budgetAllowsNone",
              "severalBudgets",
              "unhealthyPods",
              "budgetNeedsAll"
            ],
            "description": "`budgetNeedsAll`: the budget can never allow a disruption, whatever is healthy."
          },
          "budgets": {
            "type": "array",
            "description": "`<namespace>/<name>` each.",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "pods": {
            "type": "integer",
            "minimum": 0
          },
          "disruptionsAllowed": {
            "type": "integer"
          },
          "currentHealthy": {
            "type": "integer"
          },
          "desiredHealthy": {
            "type": "integer"
          },
          "nodeOwners": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/NodeOwner"
            }
          },
          "nodes": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "Workload": {
        "type": "object",
        "required": [
          "workload",
          "replicas",
          "ready"
        ],
        "properties": {
          "workload": {
            "$ref": "#/components/schemas/WorkloadRef"
          },
          "replicas": {
            "type": "integer",
            "minimum": 0
          },
          "ready": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "KubernetesDisruptionDocument": {
        "type": "object",
        "description": "Disruption budgets and what they protect.",
        "required": [
          "budgets",
          "workloads",
          "blockedDrains",
          "singleReplicas",
          "withoutBudget",
          "truncated"
        ],
        "properties": {
          "budgets": {
            "type": "integer",
            "minimum": 0
          },
          "workloads": {
            "type": "integer",
            "minimum": 0
          },
          "blockedDrains": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/BlockedDrain"
            }
          },
          "singleReplicas": {
            "type": "array",
            "description": "Workloads outside of `kube-*` namespaces that ask for one replica.",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/Workload"
            }
          },
          "withoutBudget": {
            "type": "integer",
            "minimum": 0,
            "description": "Workloads of several replicas that no budget protects."
          },
          "truncated": {
            "type": "boolean",
            "description": "Whether a list was too long to be kept whole."
          }
        }
      },
      "DeprecatedApi": {
        "type": "object",
        "required": [
          "version",
          "resource",
          "firstSeenAt",
          "lastSeenAt"
        ],
        "properties": {
          "group": {
            "type": "string",
            "maxLength": 2000
          },
          "version": {
            "type": "string",
            "maxLength": 2000
          },
          "resource": {
            "type": "string",
            "maxLength": 2000
          },
          "subresource": {
            "type": "string",
            "maxLength": 2000
          },
          "removedRelease": {
            "type": "string",
            "maxLength": 2000
          },
          "firstSeenAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastSeenAt": {
            "type": "string",
            "format": "date-time",
            "description": "When an API server last said that it was asked for since it started."
          }
        }
      },
      "KubernetesDeprecatedApisDocument": {
        "type": "object",
        "description": "From `apiserver_requested_deprecated_apis`. Each scrape meets one API server, which knows what it was asked for since it started: absence proves nothing.",
        "required": [
          "apis",
          "scrapes",
          "since"
        ],
        "properties": {
          "apis": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/DeprecatedApi"
            }
          },
          "scrapes": {
            "type": "integer",
            "minimum": 0,
            "description": "How many scrapes this is from."
          },
          "since": {
            "type": "string",
            "format": "date-time",
            "description": "The first of them."
          }
        }
      },
      "FailingWebhook": {
        "type": "object",
        "description": "An admission webhook that can keep pods or nodes from coming up.",
        "required": [
          "kind",
          "configuration",
          "name",
          "reaches"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "MutatingWebhookConfiguration",
              "ValidatingWebhookConfiguration"
            ]
          },
          "configuration": {
            "type": "string",
            "maxLength": 2000
          },
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "reaches": {
            "type": "array",
            "description": "`pods`, `nodes` or `kube-system`.",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "service": {
            "type": "string",
            "maxLength": 2000,
            "description": "`<namespace>/<name>`."
          },
          "url": {
            "type": "string",
            "maxLength": 2000
          },
          "readyEndpoints": {
            "type": "integer",
            "minimum": 0
          },
          "endpointNodes": {
            "type": "integer",
            "minimum": 0
          },
          "timeoutSeconds": {
            "type": "integer"
          },
          "owner": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "UnavailableApiService": {
        "type": "object",
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "service": {
            "type": "string",
            "maxLength": 2000
          },
          "reason": {
            "type": "string",
            "maxLength": 2000
          },
          "message": {
            "type": "string",
            "maxLength": 2000
          },
          "since": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "KubernetesAdmissionDocument": {
        "type": "object",
        "required": [
          "webhooks",
          "checkedWebhooks",
          "apiServices"
        ],
        "properties": {
          "webhooks": {
            "type": "array",
            "description": "With `failurePolicy: Fail`, reaching pods, nodes or `kube-system`, and fewer than two ready endpoints on different nodes.",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/FailingWebhook"
            }
          },
          "checkedWebhooks": {
            "type": "integer",
            "minimum": 0
          },
          "apiServices": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/UnavailableApiService"
            }
          }
        }
      },
      "KubernetesAddon": {
        "type": "object",
        "description": "A component that EKS does not manage.",
        "required": [
          "component",
          "namespace",
          "workload",
          "image"
        ],
        "properties": {
          "component": {
            "type": "string",
            "maxLength": 2000,
            "description": "Such as `karpenter`, `coredns` or `argo-cd`."
          },
          "version": {
            "type": "string",
            "maxLength": 2000
          },
          "namespace": {
            "type": "string",
            "maxLength": 2000
          },
          "workload": {
            "type": "string",
            "maxLength": 2000,
            "description": "`<kind>/<name>`."
          },
          "image": {
            "type": "string",
            "maxLength": 2000
          },
          "replicas": {
            "type": "integer",
            "minimum": 0
          },
          "ready": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "KubernetesAddonsDocument": {
        "type": "object",
        "required": [
          "addons"
        ],
        "properties": {
          "addons": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/KubernetesAddon"
            }
          }
        }
      },
      "IngestToken": {
        "type": "object",
        "description": "A token by which tools within a cluster push, as far as it is kept.",
        "required": [
          "id",
          "label",
          "state",
          "issuedBy",
          "issuedAt",
          "expiresAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "label": {
            "type": "string",
            "description": "What it is for, in the words of who issued it."
          },
          "state": {
            "type": "string",
            "enum": [
              "valid",
              "expiresSoon",
              "expired",
              "revoked",
              "ofFormerCluster"
            ],
            "description": "`expiresSoon`: within 14 days. `ofFormerCluster`: of one that had the name before."
          },
          "issuedBy": {
            "type": "string",
            "description": "Entity reference of the person."
          },
          "issuedAt": {
            "type": "string",
            "format": "date-time"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastUsedAt": {
            "type": "string",
            "format": "date-time",
            "description": "To the minute."
          },
          "lastUsedFor": {
            "type": "string",
            "enum": [
              "policy-reporter",
              "kube-bench"
            ]
          },
          "revokedAt": {
            "type": "string",
            "format": "date-time"
          },
          "revokedBy": {
            "type": "string"
          }
        }
      },
      "IssuedIngestToken": {
        "allOf": [
          {
            "$ref": "#/components/schemas/IngestToken"
          },
          {
            "type": "object",
            "required": [
              "token"
            ],
            "properties": {
              "token": {
                "type": "string",
                "description": "Told this once; goes into the header `Authorization`, after `Bearer`."
              }
            }
          }
        ]
      },
      "IngestTokenList": {
        "type": "object",
        "required": [
          "items",
          "mostValid",
          "defaultDays",
          "maxDays"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/IngestToken"
            }
          },
          "mostValid": {
            "type": "integer",
            "description": "How many may be valid at once."
          },
          "defaultDays": {
            "type": "integer"
          },
          "maxDays": {
            "type": "integer"
          }
        }
      },
      "IngestTokenRequest": {
        "type": "object",
        "required": [
          "label"
        ],
        "additionalProperties": false,
        "properties": {
          "label": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100,
            "pattern": "\\S"
          },
          "days": {
            "type": "integer",
            "minimum": 1,
            "maximum": 730
          }
        }
      },
      "ReportedPolicyPart": {
        "type": "object",
        "required": [
          "feed",
          "snapshot",
          "sequence"
        ],
        "additionalProperties": false,
        "description": "One part of a snapshot. Part 0 begins it, the part with `final` ends it; an `error` says instead what kept it from being read.",
        "properties": {
          "feed": {
            "type": "string",
            "pattern": "^policy[A-Za-z]{1,50}$"
          },
          "snapshot": {
            "type": "string",
            "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
            "description": "Made by the reporter; another one for each time it reads."
          },
          "sequence": {
            "type": "integer",
            "minimum": 0,
            "maximum": 100000
          },
          "policies": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/ReportedPolicy"
            }
          },
          "outcomes": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/ReportedOutcome"
            }
          },
          "tallies": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/ReportedTally"
            }
          },
          "exceptions": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/ReportedException"
            }
          },
          "final": {
            "$ref": "#/components/schemas/ReportedPolicyEnding"
          },
          "error": {
            "$ref": "#/components/schemas/ObservationError"
          }
        }
      },
      "ReportedPolicyName": {
        "type": "object",
        "required": [
          "engine",
          "kind",
          "name"
        ],
        "properties": {
          "engine": {
            "$ref": "#/components/schemas/PolicyEngine"
          },
          "kind": {
            "type": "string",
            "maxLength": 1000
          },
          "namespace": {
            "type": "string",
            "maxLength": 1000
          },
          "name": {
            "type": "string",
            "maxLength": 1000
          }
        }
      },
      "ReportedPolicy": {
        "allOf": [
          {
            "$ref": "#/components/schemas/ReportedPolicyName"
          },
          {
            "type": "object",
            "required": [
              "mode"
            ],
            "properties": {
              "mode": {
                "$ref": "#/components/schemas/PolicyMode"
              },
              "ready": {
                "type": "boolean"
              },
              "notReadyBecause": {
                "type": "string"
              },
              "version": {
                "type": "string"
              },
              "title": {
                "type": "string"
              },
              "category": {
                "type": "string"
              },
              "severity": {
                "$ref": "#/components/schemas/PolicySeverity"
              },
              "description": {
                "type": "string"
              },
              "remediation": {
                "type": "string"
              },
              "documentation": {
                "type": "string"
              }
            }
          }
        ]
      },
      "ReportedOutcome": {
        "type": "object",
        "required": [
          "policy",
          "result",
          "resource"
        ],
        "properties": {
          "policy": {
            "$ref": "#/components/schemas/ReportedPolicyName"
          },
          "rule": {
            "type": "string"
          },
          "result": {
            "$ref": "#/components/schemas/PolicyResult"
          },
          "severity": {
            "$ref": "#/components/schemas/PolicySeverity"
          },
          "category": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "resource": {
            "type": "object",
            "required": [
              "kind"
            ],
            "properties": {
              "apiVersion": {
                "type": "string"
              },
              "kind": {
                "type": "string"
              },
              "namespace": {
                "type": "string"
              },
              "name": {
                "type": "string"
              },
              "controller": {
                "type": "object",
                "required": [
                  "kind",
                  "name"
                ],
                "properties": {
                  "apiVersion": {
                    "type": "string"
                  },
                  "kind": {
                    "type": "string"
                  },
                  "name": {
                    "type": "string"
                  }
                }
              }
            }
          },
          "exceptions": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "type": "string"
            }
          },
          "ownerLabel": {
            "type": "object",
            "required": [
              "value",
              "from"
            ],
            "properties": {
              "value": {
                "type": "string"
              },
              "from": {
                "type": "string",
                "enum": [
                  "resource",
                  "namespace"
                ]
              }
            }
          },
          "properties": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          }
        }
      },
      "ReportedTally": {
        "type": "object",
        "required": [
          "policy",
          "passes"
        ],
        "properties": {
          "policy": {
            "$ref": "#/components/schemas/ReportedPolicyName"
          },
          "pass": {
            "type": "integer",
            "minimum": 0,
            "maximum": 100000000
          },
          "passes": {
            "$ref": "#/components/schemas/PassCount"
          },
          "skip": {
            "type": "integer",
            "minimum": 0,
            "maximum": 100000000
          },
          "total": {
            "type": "integer",
            "minimum": 0,
            "maximum": 100000000
          },
          "evaluatedAt": {
            "type": "string"
          }
        }
      },
      "ReportedException": {
        "type": "object",
        "required": [
          "engine",
          "kind",
          "name",
          "policies",
          "scope"
        ],
        "properties": {
          "engine": {
            "$ref": "#/components/schemas/PolicyEngine"
          },
          "kind": {
            "type": "string"
          },
          "apiVersion": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "policies": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "type": "object",
              "required": [
                "name"
              ],
              "properties": {
                "kind": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                },
                "rules": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          },
          "scope": {
            "type": "string"
          },
          "namespaces": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "tooBroad": {
            "type": "boolean"
          },
          "reason": {
            "type": "string"
          },
          "ticket": {
            "type": "string"
          },
          "requestedBy": {
            "type": "string"
          },
          "approvedBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "string"
          },
          "expiresAt": {
            "type": "string"
          }
        }
      },
      "ReportedPolicyEnding": {
        "type": "object",
        "required": [
          "engines"
        ],
        "properties": {
          "unchanged": {
            "type": "boolean",
            "description": "Nothing differs from the snapshot whose `state` part 0 was answered with."
          },
          "state": {
            "type": "string",
            "maxLength": 4096
          },
          "engines": {
            "type": "array",
            "maxItems": 20,
            "description": "Those whose policies were all read.",
            "items": {
              "$ref": "#/components/schemas/PolicyEngine"
            }
          },
          "passes": {
            "$ref": "#/components/schemas/PassCount"
          },
          "truncated": {
            "type": "boolean"
          },
          "evaluatedAt": {
            "type": "string"
          },
          "notes": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "type": "string"
            }
          }
        }
      },
      "TakenPolicyPart": {
        "type": "object",
        "required": [
          "taken",
          "next"
        ],
        "properties": {
          "taken": {
            "type": "string",
            "enum": [
              "part",
              "snapshot",
              "error"
            ]
          },
          "next": {
            "type": "integer",
            "description": "The number of the part that would be taken next."
          },
          "previous": {
            "type": "string",
            "description": "Of part 0, the `state` of the last complete snapshot."
          }
        }
      },
      "ReportedObservations": {
        "type": "object",
        "required": [
          "observedAt"
        ],
        "additionalProperties": false,
        "description": "The Kubernetes facts of one cluster. A kind whose reading failed carries its error.",
        "properties": {
          "observedAt": {
            "type": "string",
            "format": "date-time"
          },
          "reporterVersion": {
            "type": "string",
            "maxLength": 100
          },
          "kubernetesNodes": {
            "$ref": "#/components/schemas/KubernetesNodesDocument"
          },
          "kubernetesDisruption": {
            "$ref": "#/components/schemas/KubernetesDisruptionDocument"
          },
          "kubernetesDeprecatedApis": {
            "$ref": "#/components/schemas/KubernetesDeprecatedApisDocument"
          },
          "kubernetesAdmission": {
            "$ref": "#/components/schemas/KubernetesAdmissionDocument"
          },
          "kubernetesAddons": {
            "$ref": "#/components/schemas/KubernetesAddonsDocument"
          },
          "errors": {
            "type": "object",
            "description": "By kind, what kept it from being read.",
            "additionalProperties": {
              "$ref": "#/components/schemas/ObservationError"
            }
          }
        }
      },
      "BillOfMaterialsPart": {
        "type": "object",
        "description": "One line of the bill of materials.",
        "required": [
          "group",
          "kind",
          "name",
          "newestState",
          "healthIssues",
          "observation",
          "compatibility"
        ],
        "properties": {
          "group": {
            "type": "string",
            "enum": [
              "controlPlane",
              "compute",
              "addons",
              "capabilities",
              "other"
            ]
          },
          "kind": {
            "type": "string",
            "maxLength": 2000,
            "description": "Such as `nodegroup`, `fargateProfile`, `autoMode`, `karpenter`, `addon`, `selfManagedAddon` or `ARGOCD`."
          },
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "version": {
            "type": "string",
            "maxLength": 2000
          },
          "detail": {
            "type": "string",
            "maxLength": 2000,
            "description": "What else tells it apart, such as instance types or an image."
          },
          "newestVersion": {
            "type": "string",
            "maxLength": 2000
          },
          "newestState": {
            "type": "string",
            "enum": [
              "current",
              "behind",
              "unknown"
            ]
          },
          "status": {
            "type": "string",
            "maxLength": 2000
          },
          "healthIssues": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/HealthIssue"
            }
          },
          "observation": {
            "$ref": "#/components/schemas/ObservationAge"
          },
          "compatibility": {
            "type": "array",
            "description": "For add-ons: with the present and the next minors, oldest first.",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/AddonCompatibility"
            }
          },
          "minorsBehind": {
            "type": "integer",
            "description": "For compute: how many minors the kubelet trails the control plane."
          },
          "nodes": {
            "type": "integer",
            "minimum": 0
          },
          "outlier": {
            "$ref": "#/components/schemas/Outlier"
          }
        }
      },
      "AddonCompatibility": {
        "type": "object",
        "required": [
          "kubernetesVersion",
          "compatible"
        ],
        "properties": {
          "kubernetesVersion": {
            "type": "string",
            "maxLength": 2000
          },
          "compatible": {
            "type": "string",
            "enum": [
              "yes",
              "no",
              "unknown"
            ]
          },
          "newestVersion": {
            "type": "string",
            "maxLength": 2000,
            "description": "The newest version that EKS lists for it."
          },
          "defaultVersion": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "Outlier": {
        "type": "object",
        "description": "How a part differs from the fleet's usual.",
        "required": [
          "usual",
          "share",
          "clusters"
        ],
        "properties": {
          "usual": {
            "type": "string",
            "maxLength": 2000,
            "description": "What most clusters of the same Kubernetes version have."
          },
          "share": {
            "type": "number",
            "description": "Share of those clusters that have the usual, from 0 to 1."
          },
          "clusters": {
            "type": "integer",
            "minimum": 0,
            "description": "How many clusters were compared."
          }
        }
      },
      "DriftState": {
        "type": "string",
        "description": "`none`: EKS has what Git says. `changing`: all that differs is explained by what is under way. `notInGit`: no file describes it. `unknown`: Git or EKS was not read, or nothing of the file is understood.",
        "enum": [
          "none",
          "drifted",
          "changing",
          "notInGit",
          "unknown"
        ]
      },
      "DriftExplanation": {
        "type": "string",
        "description": "What is under way on the cluster that the difference may come from.",
        "enum": [
          "rollout",
          "request",
          "update"
        ]
      },
      "DriftDifference": {
        "type": "object",
        "required": [
          "field",
          "kind",
          "since"
        ],
        "properties": {
          "field": {
            "type": "string",
            "description": "In the bill of materials, with the names of parts, such as `compute.nodeGroups[general].maxSize`."
          },
          "name": {
            "type": "string",
            "description": "Of the node group, add-on or tag that it is about."
          },
          "kind": {
            "type": "string",
            "enum": [
              "changed",
              "onlyInGit",
              "onlyInEks"
            ]
          },
          "inGit": {
            "type": "string"
          },
          "inEks": {
            "type": "string"
          },
          "since": {
            "type": "string",
            "format": "date-time",
            "description": "When the portal first saw it."
          },
          "changedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When EKS last changed the part by any update, as far as EKS keeps that."
          },
          "explainedBy": {
            "$ref": "#/components/schemas/DriftExplanation"
          }
        }
      },
      "DriftUncompared": {
        "type": "object",
        "required": [
          "field",
          "reason"
        ],
        "properties": {
          "field": {
            "type": "string"
          },
          "reason": {
            "type": "string",
            "description": "`notObserved`: what was read of EKS does not have it. `notCollected`: the portal reads nothing of it.",
            "enum": [
              "notObserved",
              "notCollected"
            ]
          }
        }
      },
      "DriftSource": {
        "type": "object",
        "description": "What Git says, and where.",
        "required": [
          "repository",
          "path",
          "url",
          "commit",
          "readAt",
          "isWhole",
          "problems"
        ],
        "properties": {
          "repository": {
            "type": "string",
            "description": "Address of its page."
          },
          "path": {
            "type": "string"
          },
          "url": {
            "type": "string",
            "description": "Of the file at the commit."
          },
          "commit": {
            "type": "string"
          },
          "readAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the file was last read."
          },
          "isWhole": {
            "type": "boolean",
            "description": "Whether all of the file is understood; else only what is understood is compared."
          },
          "problems": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "provisioner": {
            "type": "string",
            "description": "Title of what applies it."
          }
        }
      },
      "DriftAdoption": {
        "type": "object",
        "description": "What a request has that makes Git say what EKS has.",
        "required": [
          "thing",
          "owner",
          "spec",
          "base",
          "fields",
          "left"
        ],
        "properties": {
          "thing": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "spec": {
            "description": "All of the cluster as Git would have it.",
            "allOf": [
              {
                "$ref": "#/components/schemas/RequestSpec"
              }
            ]
          },
          "base": {
            "$ref": "#/components/schemas/RequestBase"
          },
          "fields": {
            "type": "array",
            "description": "Differences that it does away with.",
            "items": {
              "type": "string"
            }
          },
          "left": {
            "type": "array",
            "description": "Differences that it leaves, and why.",
            "items": {
              "type": "object",
              "required": [
                "field",
                "reason"
              ],
              "properties": {
                "field": {
                  "type": "string"
                },
                "reason": {
                  "type": "string",
                  "description": "`byRollout`: versions go by rollout. `fixed`: it cannot change. `notKnown`: not all of it was observed that Git would have to say. `notSayable`: the file cannot say it.",
                  "enum": [
                    "byRollout",
                    "fixed",
                    "notKnown",
                    "notSayable"
                  ]
                }
              }
            }
          }
        }
      },
      "DriftReturn": {
        "type": "object",
        "description": "What a request has, with another `reconcileAt`, that makes the provisioner apply the file again.",
        "required": [
          "thing",
          "owner",
          "spec",
          "base",
          "left"
        ],
        "properties": {
          "thing": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "spec": {
            "description": "All of the cluster as Git has it.",
            "allOf": [
              {
                "$ref": "#/components/schemas/RequestSpec"
              }
            ]
          },
          "base": {
            "$ref": "#/components/schemas/RequestBase"
          },
          "left": {
            "type": "array",
            "description": "Differences that applying the file again does not do away with, as absence deletes nothing.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "ClusterDrift": {
        "type": "object",
        "required": [
          "state",
          "differences",
          "uncompared"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/DriftState"
          },
          "since": {
            "type": "string",
            "format": "date-time",
            "description": "When it was first found to be so."
          },
          "judgedAt": {
            "type": "string",
            "format": "date-time"
          },
          "message": {
            "type": "string",
            "description": "Why it is not known, or why Git does not describe it."
          },
          "git": {
            "$ref": "#/components/schemas/DriftSource"
          },
          "observedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the control plane was last read."
          },
          "differences": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DriftDifference"
            }
          },
          "uncompared": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DriftUncompared"
            }
          },
          "adoption": {
            "$ref": "#/components/schemas/DriftAdoption"
          },
          "bringBack": {
            "$ref": "#/components/schemas/DriftReturn"
          }
        }
      },
      "BillOfMaterials": {
        "type": "object",
        "required": [
          "cluster",
          "parts",
          "observations"
        ],
        "properties": {
          "cluster": {
            "$ref": "#/components/schemas/Cluster"
          },
          "controlPlane": {
            "$ref": "#/components/schemas/ControlPlaneDocument",
            "description": "Without the certificate authority and tags."
          },
          "parts": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/BillOfMaterialsPart"
            }
          },
          "nodegroups": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/Nodegroup"
            }
          },
          "insights": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/Insight"
            }
          },
          "subnets": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/Subnet"
            }
          },
          "capacity": {
            "$ref": "#/components/schemas/ClusterCapacity"
          },
          "observations": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/ObservationAge"
            }
          }
        }
      },
      "ClusterCapacity": {
        "type": "object",
        "description": "Asked for against there is.",
        "required": [
          "nodes",
          "allocatable"
        ],
        "properties": {
          "nodes": {
            "type": "integer",
            "minimum": 0
          },
          "allocatable": {
            "$ref": "#/components/schemas/ResourceAmounts"
          },
          "requested": {
            "$ref": "#/components/schemas/ResourceAmounts"
          },
          "workloadPods": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "ReadinessVerdict": {
        "type": "string",
        "enum": [
          "ready",
          "blocked",
          "unknown"
        ]
      },
      "FindingSeverity": {
        "type": "string",
        "enum": [
          "blocking",
          "unknown",
          "warning",
          "info"
        ],
        "description": "`unknown`: something that a verdict needs is missing or stale."
      },
      "FindingSubject": {
        "type": "object",
        "description": "What a finding is about.",
        "required": [
          "kind",
          "name"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "maxLength": 2000,
            "description": "Such as `addon`, `nodegroup`, `budget`, `deprecatedApi`, `insight`, `subnet`, `observation` or `cluster`."
          },
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "namespace": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "FindingEvidence": {
        "type": "object",
        "description": "What was observed, where and when.",
        "required": [
          "source",
          "facts"
        ],
        "properties": {
          "source": {
            "type": "string",
            "maxLength": 2000,
            "description": "The kind of observation, or `calendar`."
          },
          "observedAt": {
            "type": "string",
            "format": "date-time"
          },
          "facts": {
            "type": "object",
            "description": "Short facts, in words.",
            "additionalProperties": {
              "type": "string",
              "maxLength": 2000
            }
          }
        }
      },
      "ReadinessFinding": {
        "type": "object",
        "required": [
          "key",
          "causeKey",
          "code",
          "severity",
          "message",
          "subject",
          "evidence"
        ],
        "properties": {
          "key": {
            "type": "string",
            "maxLength": 2000,
            "description": "The same finding on the same cluster has the same key at every assessment and for every target."
          },
          "causeKey": {
            "type": "string",
            "maxLength": 2000,
            "description": "The same cause on every cluster it hits."
          },
          "code": {
            "type": "string",
            "maxLength": 2000,
            "description": "Such as `addon-incompatible`."
          },
          "severity": {
            "$ref": "#/components/schemas/FindingSeverity"
          },
          "message": {
            "type": "string",
            "maxLength": 2000
          },
          "subject": {
            "$ref": "#/components/schemas/FindingSubject"
          },
          "evidence": {
            "$ref": "#/components/schemas/FindingEvidence"
          },
          "hop": {
            "type": "string",
            "maxLength": 2000,
            "description": "The version that cannot be reached, on a path over several."
          },
          "owner": {
            "type": "string",
            "maxLength": 2000,
            "description": "Entity reference of who can clear it."
          },
          "since": {
            "type": "string",
            "format": "date-time",
            "description": "When it was first found."
          },
          "clearsAt": {
            "type": "string",
            "format": "date-time",
            "description": "When it ends by itself if nothing else happens."
          },
          "fix": {
            "type": "string",
            "maxLength": 2000,
            "description": "What to do."
          },
          "waiver": {
            "$ref": "#/components/schemas/Waiver"
          },
          "policies": {
            "type": "array",
            "maxItems": 20,
            "description": "Policies that fail on what it is about.",
            "items": {
              "$ref": "#/components/schemas/FindingPolicy"
            }
          }
        }
      },
      "FindingPolicy": {
        "type": "object",
        "description": "A policy that fails on what a finding of readiness is about; its own findings are those of this policy on the cluster.",
        "required": [
          "id",
          "name"
        ],
        "properties": {
          "id": {
            "type": "string",
            "maxLength": 16
          },
          "name": {
            "type": "string",
            "maxLength": 500
          },
          "resources": {
            "type": "array",
            "maxItems": 20,
            "description": "Names of the resources that it fails on; left out where there are more.",
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          }
        }
      },
      "Waiver": {
        "type": "object",
        "description": "An agreed, dated \"go on in spite of this\".",
        "required": [
          "id",
          "findingKey",
          "reason",
          "until",
          "by",
          "at",
          "active"
        ],
        "properties": {
          "id": {
            "type": "string",
            "maxLength": 2000
          },
          "findingKey": {
            "type": "string",
            "maxLength": 2000
          },
          "reason": {
            "type": "string",
            "maxLength": 2000
          },
          "until": {
            "type": "string",
            "format": "date-time"
          },
          "by": {
            "type": "string",
            "maxLength": 2000,
            "description": "Entity reference of the person."
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "active": {
            "type": "boolean"
          }
        }
      },
      "WaiverRequest": {
        "type": "object",
        "required": [
          "findingKey",
          "reason",
          "until"
        ],
        "additionalProperties": false,
        "properties": {
          "findingKey": {
            "type": "string",
            "minLength": 1,
            "maxLength": 500
          },
          "reason": {
            "type": "string",
            "minLength": 10,
            "maxLength": 2000
          },
          "until": {
            "type": "string",
            "format": "date-time",
            "description": "In the future, and at most 180 days from now."
          }
        }
      },
      "UpgradeStep": {
        "type": "object",
        "description": "One step on the way to the target.",
        "required": [
          "kind",
          "subject",
          "to"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "controlPlane",
              "addon",
              "nodes"
            ]
          },
          "subject": {
            "type": "string",
            "maxLength": 2000,
            "description": "The add-on, the node group, or `control plane`."
          },
          "from": {
            "type": "string",
            "maxLength": 2000
          },
          "to": {
            "type": "string",
            "maxLength": 2000
          },
          "reason": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "Readiness": {
        "type": "object",
        "required": [
          "cluster",
          "target",
          "targets",
          "verdict",
          "hops",
          "steps",
          "findings",
          "inputs",
          "assessedAt"
        ],
        "properties": {
          "cluster": {
            "$ref": "#/components/schemas/Cluster"
          },
          "target": {
            "type": "string",
            "maxLength": 2000,
            "description": "The version that was asked for, such as `1.35`."
          },
          "targets": {
            "type": "array",
            "description": "The versions that a verdict can be asked for.",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "verdict": {
            "$ref": "#/components/schemas/ReadinessVerdict"
          },
          "hops": {
            "type": "array",
            "description": "The versions of the control plane on the way, the target last.",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "steps": {
            "type": "array",
            "description": "The whole way with the fewest node rolls.",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/UpgradeStep"
            }
          },
          "findings": {
            "type": "array",
            "description": "The gravest first.",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/ReadinessFinding"
            }
          },
          "inputs": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/ReadinessInput"
            }
          },
          "assessedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "ReadinessInput": {
        "type": "object",
        "description": "What the verdict rests on.",
        "required": [
          "required",
          "observation"
        ],
        "properties": {
          "required": {
            "type": "boolean"
          },
          "observation": {
            "$ref": "#/components/schemas/ObservationAge"
          }
        }
      },
      "ReadinessItem": {
        "type": "object",
        "required": [
          "entityRef",
          "name",
          "verdict",
          "blockers",
          "unknowns",
          "warnings",
          "waived",
          "support"
        ],
        "properties": {
          "entityRef": {
            "type": "string",
            "maxLength": 2000
          },
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "arn": {
            "type": "string",
            "maxLength": 2000
          },
          "accountId": {
            "type": "string",
            "maxLength": 2000
          },
          "accountName": {
            "type": "string",
            "maxLength": 2000
          },
          "region": {
            "type": "string",
            "maxLength": 2000
          },
          "environment": {
            "type": "string",
            "maxLength": 2000
          },
          "owner": {
            "type": "string",
            "maxLength": 2000
          },
          "version": {
            "type": "string",
            "maxLength": 2000
          },
          "target": {
            "type": "string",
            "maxLength": 2000,
            "description": "Left out where there is no such version for this cluster."
          },
          "verdict": {
            "$ref": "#/components/schemas/ReadinessVerdict"
          },
          "blockers": {
            "type": "integer",
            "minimum": 0
          },
          "unknowns": {
            "type": "integer",
            "minimum": 0
          },
          "warnings": {
            "type": "integer",
            "minimum": 0
          },
          "waived": {
            "type": "integer",
            "minimum": 0
          },
          "firstBlocker": {
            "type": "string",
            "maxLength": 2000,
            "description": "The message of the gravest finding."
          },
          "support": {
            "$ref": "#/components/schemas/Support"
          },
          "assessedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "VerdictCounts": {
        "type": "object",
        "required": [
          "ready",
          "blocked",
          "unknown",
          "done"
        ],
        "properties": {
          "ready": {
            "type": "integer",
            "minimum": 0
          },
          "blocked": {
            "type": "integer",
            "minimum": 0
          },
          "unknown": {
            "type": "integer",
            "minimum": 0
          },
          "done": {
            "type": "integer",
            "minimum": 0,
            "description": "Clusters that are at the target or past it."
          }
        }
      },
      "ReadinessList": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "verdicts",
          "targets",
          "pageInfo"
        ],
        "properties": {
          "items": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/ReadinessItem"
            }
          },
          "totalItems": {
            "type": "integer",
            "minimum": 0
          },
          "verdicts": {
            "$ref": "#/components/schemas/VerdictCounts",
            "description": "Over all clusters that fit the filters, whatever verdicts are asked for."
          },
          "targets": {
            "type": "array",
            "description": "The versions that can be a target, oldest first.",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          }
        }
      },
      "BlockedCluster": {
        "type": "object",
        "required": [
          "entityRef",
          "name",
          "subject",
          "message",
          "waived"
        ],
        "properties": {
          "entityRef": {
            "type": "string",
            "maxLength": 2000
          },
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "accountId": {
            "type": "string",
            "maxLength": 2000
          },
          "region": {
            "type": "string",
            "maxLength": 2000
          },
          "environment": {
            "type": "string",
            "maxLength": 2000
          },
          "owner": {
            "type": "string",
            "maxLength": 2000
          },
          "since": {
            "type": "string",
            "format": "date-time"
          },
          "clearsAt": {
            "type": "string",
            "format": "date-time",
            "description": "When it clears by itself."
          },
          "subject": {
            "$ref": "#/components/schemas/FindingSubject"
          },
          "message": {
            "type": "string",
            "maxLength": 2000,
            "description": "What was found on this cluster."
          },
          "waived": {
            "type": "boolean"
          }
        }
      },
      "Blocker": {
        "type": "object",
        "description": "One cause over all clusters it hits.",
        "required": [
          "causeKey",
          "code",
          "severity",
          "title",
          "message",
          "clusters",
          "waived",
          "owners"
        ],
        "properties": {
          "causeKey": {
            "type": "string",
            "maxLength": 2000
          },
          "code": {
            "type": "string",
            "maxLength": 2000
          },
          "severity": {
            "$ref": "#/components/schemas/FindingSeverity"
          },
          "title": {
            "type": "string",
            "maxLength": 2000
          },
          "message": {
            "type": "string",
            "maxLength": 2000,
            "description": "Of the cluster that has had it longest."
          },
          "clusters": {
            "type": "integer",
            "minimum": 0
          },
          "waived": {
            "type": "integer",
            "minimum": 0
          },
          "owners": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/BlockerOwner"
            }
          },
          "since": {
            "type": "string",
            "format": "date-time",
            "description": "The longest."
          },
          "clearsAt": {
            "type": "string",
            "format": "date-time",
            "description": "When it is gone from the last cluster by itself."
          },
          "fix": {
            "type": "string",
            "maxLength": 2000
          },
          "hits": {
            "type": "array",
            "description": "Given where one cause was asked for.",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/BlockedCluster"
            }
          }
        }
      },
      "BlockerOwner": {
        "type": "object",
        "required": [
          "owner",
          "clusters"
        ],
        "properties": {
          "owner": {
            "type": "string",
            "maxLength": 2000,
            "description": "Entity reference; empty where nobody is known."
          },
          "clusters": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "BlockerList": {
        "type": "object",
        "required": [
          "items",
          "clusters",
          "targets"
        ],
        "properties": {
          "items": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/Blocker"
            }
          },
          "clusters": {
            "type": "integer",
            "minimum": 0,
            "description": "Clusters that are not ready."
          },
          "targets": {
            "type": "array",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          }
        }
      },
      "TimelineEvent": {
        "type": "object",
        "required": [
          "id",
          "at",
          "kind",
          "tone",
          "title",
          "source"
        ],
        "properties": {
          "id": {
            "type": "string",
            "maxLength": 2000
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "kind": {
            "type": "string",
            "enum": [
              "version",
              "platform",
              "nodegroup",
              "addon",
              "capability",
              "update",
              "readiness",
              "waiver",
              "health",
              "created"
            ],
            "description": "What it is about."
          },
          "tone": {
            "type": "string",
            "enum": [
              "neutral",
              "good",
              "warning",
              "bad"
            ]
          },
          "title": {
            "type": "string",
            "maxLength": 2000
          },
          "detail": {
            "type": "string",
            "maxLength": 2000
          },
          "source": {
            "type": "string",
            "maxLength": 2000,
            "description": "Who said so, such as `EKS DescribeUpdate`."
          },
          "reference": {
            "type": "string",
            "maxLength": 2000,
            "description": "An update id or the like."
          }
        }
      },
      "TimelineList": {
        "type": "object",
        "required": [
          "items",
          "pageInfo"
        ],
        "properties": {
          "items": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/TimelineEvent"
            }
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          }
        }
      },
      "CostMonth": {
        "type": "object",
        "required": [
          "month",
          "controlPlaneUsd",
          "extendedSupportUsd",
          "clustersExtended"
        ],
        "properties": {
          "month": {
            "type": "string",
            "maxLength": 2000,
            "description": "As in `2026-12`."
          },
          "controlPlaneUsd": {
            "type": "number"
          },
          "extendedSupportUsd": {
            "type": "number",
            "description": "The part of it that extended support adds."
          },
          "clustersExtended": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "CostGroup": {
        "type": "object",
        "required": [
          "value",
          "clusters",
          "controlPlaneUsdPerMonth",
          "extendedSupportUsdPerMonth",
          "computeUsdPerMonth",
          "unpricedNodes",
          "unobservedClusters",
          "months"
        ],
        "properties": {
          "value": {
            "type": "string",
            "maxLength": 2000,
            "description": "The owner, account or environment; empty where it is not known."
          },
          "title": {
            "type": "string",
            "maxLength": 2000
          },
          "clusters": {
            "type": "integer",
            "minimum": 0
          },
          "controlPlaneUsdPerMonth": {
            "type": "number"
          },
          "extendedSupportUsdPerMonth": {
            "type": "number"
          },
          "computeUsdPerMonth": {
            "type": "number"
          },
          "unpricedNodes": {
            "type": "integer",
            "minimum": 0,
            "description": "Nodes of types that the price table does not have; they are not in the sum."
          },
          "unobservedClusters": {
            "type": "integer",
            "minimum": 0,
            "description": "Clusters whose nodes are not known; they are not in the sum."
          },
          "months": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/CostMonth"
            }
          }
        }
      },
      "CapacityItem": {
        "type": "object",
        "description": "A cluster with much more room than work.",
        "required": [
          "entityRef",
          "name",
          "capacity",
          "runsNothing"
        ],
        "properties": {
          "entityRef": {
            "type": "string",
            "maxLength": 2000
          },
          "name": {
            "type": "string",
            "maxLength": 2000
          },
          "owner": {
            "type": "string",
            "maxLength": 2000
          },
          "environment": {
            "type": "string",
            "maxLength": 2000
          },
          "capacity": {
            "$ref": "#/components/schemas/ClusterCapacity"
          },
          "cpuShare": {
            "type": "number",
            "description": "Requested of allocatable, from 0 to 1."
          },
          "memoryShare": {
            "type": "number"
          },
          "runsNothing": {
            "type": "boolean"
          }
        }
      },
      "CostReport": {
        "type": "object",
        "description": "US dollars.",
        "required": [
          "groupBy",
          "groups",
          "months",
          "total",
          "unknownTypes",
          "emptiest"
        ],
        "properties": {
          "groupBy": {
            "type": "string",
            "enum": [
              "owner",
              "account",
              "environment"
            ]
          },
          "groups": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/CostGroup"
            }
          },
          "months": {
            "type": "array",
            "description": "The next twelve, if no cluster moves.",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/CostMonth"
            }
          },
          "total": {
            "$ref": "#/components/schemas/CostGroup"
          },
          "unknownTypes": {
            "type": "array",
            "description": "Instance types without a price.",
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 2000
            }
          },
          "emptiest": {
            "type": "array",
            "maxItems": 2000,
            "items": {
              "$ref": "#/components/schemas/CapacityItem"
            }
          }
        }
      },
      "RefreshProgress": {
        "type": "object",
        "required": [
          "total",
          "done",
          "running"
        ],
        "properties": {
          "requestedAt": {
            "type": "string",
            "format": "date-time"
          },
          "total": {
            "type": "integer",
            "minimum": 0
          },
          "done": {
            "type": "integer",
            "minimum": 0
          },
          "running": {
            "type": "boolean"
          }
        }
      },
      "RolloutLifecycle": {
        "type": "string",
        "enum": [
          "draft",
          "planned",
          "running",
          "paused",
          "stopping",
          "done",
          "cancelled"
        ]
      },
      "WaveLifecycle": {
        "type": "string",
        "enum": [
          "planned",
          "gated",
          "running",
          "baking",
          "done",
          "cancelled"
        ]
      },
      "CellState": {
        "type": "string",
        "enum": [
          "planned",
          "queued",
          "running",
          "succeeded",
          "failed",
          "skipped",
          "rollingBack",
          "rolledBack"
        ],
        "description": "`queued` once its wave is open and until a slot is free."
      },
      "TrackState": {
        "type": "string",
        "enum": [
          "planned",
          "running",
          "succeeded",
          "failed",
          "skipped",
          "rollingBack",
          "rolledBack"
        ]
      },
      "RolloutOutcome": {
        "type": "object",
        "description": "Counts of cells; what is under way is not reached yet.",
        "required": [
          "total",
          "succeeded",
          "failed",
          "skipped",
          "rolledBack",
          "notReached"
        ],
        "properties": {
          "total": {
            "type": "integer"
          },
          "succeeded": {
            "type": "integer"
          },
          "failed": {
            "type": "integer"
          },
          "skipped": {
            "type": "integer"
          },
          "rolledBack": {
            "type": "integer"
          },
          "notReached": {
            "type": "integer",
            "description": "Of them some may be under way."
          }
        }
      },
      "WaitingCode": {
        "type": "string",
        "enum": [
          "fleet.stop",
          "gate.approval",
          "gate.hold",
          "gate.readiness",
          "gate.schedule",
          "gate.freeze",
          "gate.alarms",
          "gate.prometheus",
          "gate.argocd",
          "gate.http",
          "gate.policy",
          "gate.zonalShift",
          "gate.other",
          "gate.unreadable",
          "window.closed",
          "bake.time",
          "bake.samples",
          "alarm.hold",
          "alarm.pause",
          "paused",
          "slot.wave",
          "slot.account",
          "slot.repository",
          "cluster.otherUpdate",
          "cluster.otherRollout",
          "cluster.unreachable",
          "cluster.blocked",
          "cluster.vanished",
          "cluster.movedOutside",
          "cluster.notObserved",
          "update.inProgress",
          "update.slow",
          "pullRequest.review",
          "pullRequest.checks",
          "pullRequest.conflict",
          "pullRequest.foreign",
          "argocd.notSynced",
          "argocd.notHealthy",
          "provisioner.silent",
          "observe.waiting",
          "rollback.step",
          "retry.backoff",
          "source.unreachable",
          "source.throttled",
          "failures",
          "approver.missing",
          "unassigned"
        ]
      },
      "WaitingFor": {
        "type": "object",
        "required": [
          "kind",
          "name"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "user",
              "group",
              "system"
            ]
          },
          "ref": {
            "type": "string",
            "description": "Entity reference of a user or group."
          },
          "name": {
            "type": "string",
            "description": "What a person calls it."
          }
        }
      },
      "Waiting": {
        "type": "object",
        "description": "Why it does not move: one code, one sentence, the earliest time it can, and who can move it.",
        "required": [
          "code",
          "message"
        ],
        "properties": {
          "code": {
            "$ref": "#/components/schemas/WaitingCode"
          },
          "message": {
            "type": "string",
            "description": "One sentence: what it waits for, and what to do where somebody can."
          },
          "since": {
            "type": "string",
            "format": "date-time"
          },
          "until": {
            "type": "string",
            "description": "The earliest time it can move, where that is known.",
            "format": "date-time"
          },
          "who": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WaitingFor"
            },
            "description": "Who can move it."
          },
          "wave": {
            "type": "integer"
          },
          "cellId": {
            "type": "string"
          },
          "gateId": {
            "type": "string"
          }
        }
      },
      "RolloutChange": {
        "type": "object",
        "description": "What is carried over the fleet.",
        "additionalProperties": false,
        "required": [
          "kind"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "kubernetesVersion",
              "addons",
              "nodeImages"
            ]
          },
          "version": {
            "type": "string",
            "description": "For `kubernetesVersion`: the version to reach, over as many minors as it takes.",
            "pattern": "^1\\.\\d{1,3}$"
          },
          "addons": {
            "description": "For `addons`: versions by name. For `kubernetesVersion`: `compatible` (the default) moves those that must move to the newest that fits, `leave` none, or versions by name.",
            "oneOf": [
              {
                "type": "string",
                "enum": [
                  "compatible",
                  "leave"
                ]
              },
              {
                "type": "object",
                "additionalProperties": {
                  "type": "string",
                  "maxLength": 100
                }
              }
            ]
          },
          "nodes": {
            "type": "string",
            "enum": [
              "follow",
              "leave"
            ],
            "description": "For `kubernetesVersion`: whether node groups follow the control plane (the default)."
          },
          "releaseVersion": {
            "type": "string",
            "description": "For `nodeImages`: `latest` (pinned at the start), or a release such as `1.34.2-20261110`.",
            "maxLength": 60
          }
        }
      },
      "RolloutSelection": {
        "type": "object",
        "description": "Which clusters.",
        "additionalProperties": false,
        "properties": {
          "filter": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 4000
            },
            "description": "As in `/clusters`: of several, one must hold.",
            "maxItems": 50
          },
          "clusters": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 200
            },
            "description": "ARNs, instead of a filter or besides.",
            "maxItems": 5000
          },
          "exclude": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 200
            },
            "description": "ARNs that stay out.",
            "maxItems": 5000
          }
        }
      },
      "BakeRule": {
        "type": "object",
        "description": "How long a wave bakes: less as more cells were done, down to a floor.",
        "additionalProperties": false,
        "properties": {
          "first": {
            "type": "string",
            "description": "After the first wave. 12h by default. As in `12h`, `90m`, `1d12h`.",
            "pattern": "^(?=\\d)(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?$",
            "maxLength": 20
          },
          "floor": {
            "type": "string",
            "description": "The least after any wave. 2h by default. As in `12h`, `90m`, `1d12h`.",
            "pattern": "^(?=\\d)(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?$",
            "maxLength": 20
          },
          "minimumSamples": {
            "type": "integer",
            "description": "How many good looks at its alarms and gates a bake asks for at least.",
            "minimum": 0,
            "maximum": 100000
          }
        }
      },
      "GateSpec": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "type"
        ],
        "properties": {
          "type": {
            "type": "string",
            "description": "Such as `approval`, `readiness`, `schedule`, `freeze`, `alarms`, `prometheus`, `argocd`, `http`, `zonalShift`, `hold`.",
            "pattern": "^[a-z][A-Za-z0-9.-]{0,62}$"
          },
          "title": {
            "type": "string",
            "maxLength": 120
          },
          "with": {
            "type": "object",
            "additionalProperties": {},
            "description": "What this type of gate asks for."
          }
        }
      },
      "WaveRule": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "type": "string",
            "pattern": "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$"
          },
          "match": {
            "type": "object",
            "additionalProperties": false,
            "description": "Of the clusters that no wave before has taken; all where left out.",
            "properties": {
              "labels": {
                "type": "object",
                "additionalProperties": {
                  "type": "string",
                  "maxLength": 200
                },
                "description": "All must hold; several values by commas."
              },
              "accounts": {
                "type": "array",
                "items": {
                  "type": "string",
                  "pattern": "^\\d{12}$"
                }
              },
              "regions": {
                "type": "array",
                "items": {
                  "type": "string",
                  "maxLength": 40
                }
              },
              "environments": {
                "type": "array",
                "items": {
                  "type": "string",
                  "maxLength": 100
                }
              },
              "clusters": {
                "type": "array",
                "items": {
                  "type": "string",
                  "description": "ARN or name.",
                  "maxLength": 200
                }
              }
            }
          },
          "size": {
            "type": "string",
            "description": "How many of the matching cells this wave takes, of each wave where it is split; all by default. A number of cells, or a share of them as in `25%`, rounded down and at least one.",
            "pattern": "^\\d{1,4}%?$"
          },
          "splitBy": {
            "type": "string",
            "description": "One wave for each value of `account`, `region`, `environment` or `label:<key>`, the smallest first.",
            "pattern": "^(account|region|environment|label:.{1,100})$"
          },
          "production": {
            "type": "boolean",
            "description": "Whether the rules for production hold; by its environment where left out."
          },
          "bake": {
            "type": "string",
            "description": "Instead of the rule. As in `12h`, `90m`, `1d12h`.",
            "pattern": "^(?=\\d)(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?$",
            "maxLength": 20
          },
          "concurrency": {
            "type": "string",
            "description": "A number of cells, or a share of the wave's as in `25%`.",
            "pattern": "^\\d{1,4}%?$"
          },
          "failureBudget": {
            "type": "string",
            "description": "How many cells may fail before it stops. A number of cells, or a share of the wave's as in `25%`.",
            "pattern": "^\\d{1,4}%?$"
          },
          "before": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GateSpec"
            },
            "maxItems": 20
          },
          "after": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GateSpec"
            },
            "maxItems": 20
          }
        }
      },
      "TimeWindow": {
        "type": "object",
        "description": "When cells may start.",
        "additionalProperties": false,
        "required": [
          "days",
          "from",
          "to"
        ],
        "properties": {
          "days": {
            "type": "array",
            "items": {
              "type": "string",
              "enum": [
                "mon",
                "tue",
                "wed",
                "thu",
                "fri",
                "sat",
                "sun"
              ]
            },
            "minItems": 1
          },
          "from": {
            "type": "string",
            "description": "As in `09:00`.",
            "pattern": "^\\d{2}:\\d{2}$"
          },
          "to": {
            "type": "string",
            "description": "As in `17:00`; on the next day where it is not after `from`.",
            "pattern": "^\\d{2}:\\d{2}$"
          },
          "timeZone": {
            "type": "string",
            "description": "IANA, such as `Europe/Berlin`; UTC by default.",
            "maxLength": 60
          }
        }
      },
      "Freeze": {
        "type": "object",
        "description": "When nothing may start.",
        "additionalProperties": false,
        "required": [
          "name",
          "from",
          "to"
        ],
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 100
          },
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "to": {
            "type": "string",
            "format": "date-time"
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 100
            },
            "description": "Everywhere where left out."
          }
        }
      },
      "AlarmRule": {
        "type": "object",
        "description": "What an alarm does; the first rule that fits. By default critical ones pause and others hold.",
        "additionalProperties": false,
        "required": [
          "then"
        ],
        "properties": {
          "match": {
            "type": "object",
            "additionalProperties": {
              "type": "string",
              "maxLength": 200
            },
            "description": "Labels of the alert, all of which must hold; every alert where left out."
          },
          "then": {
            "type": "string",
            "enum": [
              "hold",
              "pause",
              "ignore"
            ]
          }
        }
      },
      "RolloutStrategy": {
        "type": "object",
        "description": "How a change is carried over the fleet.",
        "additionalProperties": false,
        "required": [
          "name",
          "waves"
        ],
        "properties": {
          "name": {
            "type": "string",
            "pattern": "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$"
          },
          "title": {
            "type": "string",
            "maxLength": 120
          },
          "description": {
            "type": "string",
            "maxLength": 2000
          },
          "cellBy": {
            "type": "string",
            "description": "`cluster` (the default), or `label:<key>` for one cell of all clusters with the same value.",
            "pattern": "^(cluster|label:.{1,100})$"
          },
          "waves": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WaveRule"
            },
            "minItems": 1,
            "maxItems": 50
          },
          "bake": {
            "$ref": "#/components/schemas/BakeRule"
          },
          "concurrency": {
            "type": "string",
            "description": "25% by default. A number of cells, or a share of the wave's as in `25%`.",
            "pattern": "^\\d{1,4}%?$"
          },
          "failureBudget": {
            "type": "string",
            "description": "Of each wave; 0 by default: the first failure stops. A number of cells, or a share of the wave's as in `25%`.",
            "pattern": "^\\d{1,4}%?$"
          },
          "rolloutFailureBudget": {
            "type": "string",
            "description": "Of the whole rollout. A number of cells, or a share of the wave's as in `25%`.",
            "pattern": "^\\d{1,4}%?$"
          },
          "retries": {
            "type": "integer",
            "description": "How often a failed step is tried again; 1 by default.",
            "minimum": 0,
            "maximum": 5
          },
          "nodes": {
            "type": "string",
            "enum": [
              "afterBake",
              "withControlPlane"
            ],
            "description": "When nodes follow. After the bake by default, since a rollback then needs no node work."
          },
          "pullRequests": {
            "type": "string",
            "enum": [
              "perCell",
              "perWave"
            ],
            "description": "With the executor `gitops`, one for each cell by default; `perWave` has one for the cells of a wave that start at the same moment."
          },
          "before": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GateSpec"
            },
            "maxItems": 20,
            "description": "Before each wave, besides its own."
          },
          "after": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GateSpec"
            },
            "maxItems": 20
          },
          "windows": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TimeWindow"
            },
            "maxItems": 50
          },
          "freezes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Freeze"
            },
            "maxItems": 200
          },
          "alarms": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "rules": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/AlarmRule"
                },
                "maxItems": 50
              },
              "quiet": {
                "type": "string",
                "description": "How long it must be quiet before a hold ends by itself; 10m by default.",
                "pattern": "^(?=\\d)(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?$",
                "maxLength": 20
              },
              "pauseAfter": {
                "type": "string",
                "description": "A hold of this length pauses; 2h by default.",
                "pattern": "^(?=\\d)(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?$",
                "maxLength": 20
              }
            }
          }
        }
      },
      "PlanProblem": {
        "type": "object",
        "required": [
          "code",
          "severity",
          "message"
        ],
        "properties": {
          "code": {
            "type": "string",
            "description": "Such as `wave.empty`, `wave.largerThanAllBefore`, `wave.firstProductionNotOne`, `wave.wholeSystem`, `wave.bothOfPair`, `cluster.unassigned`, `wave.overlap`, `bake.pastRollback`."
          },
          "severity": {
            "type": "string",
            "enum": [
              "error",
              "warning"
            ]
          },
          "message": {
            "type": "string"
          },
          "wave": {
            "type": "integer"
          },
          "clusters": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "ARNs."
          }
        }
      },
      "TimeForecast": {
        "type": "object",
        "required": [
          "p50",
          "p90"
        ],
        "properties": {
          "p50": {
            "type": "string",
            "format": "date-time"
          },
          "p90": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "SupportForecast": {
        "type": "object",
        "required": [
          "version",
          "clusters",
          "end",
          "state"
        ],
        "properties": {
          "version": {
            "type": "string"
          },
          "clusters": {
            "type": "integer",
            "description": "How many run it when the plan is made."
          },
          "end": {
            "type": "string",
            "description": "When its standard support ends.",
            "format": "date-time"
          },
          "state": {
            "type": "string",
            "enum": [
              "before",
              "maybe",
              "after"
            ],
            "description": "Whether all have left it before that: at p90, at p50 only, or not."
          },
          "extendedSupportUsd": {
            "type": "number",
            "description": "What the clusters of this version still cost in extended support until they have moved, at p50, in US dollars."
          }
        }
      },
      "DurationForecast": {
        "type": "object",
        "description": "How long one hop is taken to last.",
        "required": [
          "kind",
          "basis",
          "samples",
          "p50Seconds",
          "p90Seconds"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "controlPlane",
              "addon",
              "nodegroup"
            ]
          },
          "basis": {
            "type": "string",
            "enum": [
              "measured",
              "assumed"
            ],
            "description": "Of hops that this portal has seen, by the same executor; `assumed` while there are fewer than five."
          },
          "samples": {
            "type": "integer",
            "description": "How many were measured; 0 where it is assumed."
          },
          "p50Seconds": {
            "type": "integer",
            "description": "Of a node group with one node."
          },
          "p90Seconds": {
            "type": "integer"
          }
        }
      },
      "RolloutForecast": {
        "type": "object",
        "required": [
          "madeAt",
          "end",
          "basis",
          "support",
          "extendedSupportUsd"
        ],
        "properties": {
          "madeAt": {
            "type": "string",
            "format": "date-time"
          },
          "end": {
            "$ref": "#/components/schemas/TimeForecast"
          },
          "basis": {
            "type": "string",
            "enum": [
              "measured",
              "assumed"
            ],
            "description": "What durations were taken from; `assumed` where any kind of hop is."
          },
          "samples": {
            "type": "integer",
            "description": "How many hops were measured."
          },
          "durations": {
            "type": "array",
            "description": "By kind of hop that is still to be made.",
            "items": {
              "$ref": "#/components/schemas/DurationForecast"
            }
          },
          "support": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SupportForecast"
            }
          },
          "extendedSupportUsd": {
            "type": "number",
            "description": "Of all versions together."
          },
          "conflicts": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "What it runs into, such as freezes, windows and pauses, in words."
          }
        }
      },
      "ApprovalDecision": {
        "type": "object",
        "required": [
          "by",
          "decision",
          "at",
          "planHash"
        ],
        "properties": {
          "by": {
            "type": "string"
          },
          "decision": {
            "type": "string",
            "enum": [
              "approve",
              "reject"
            ]
          },
          "comment": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "planHash": {
            "type": "string"
          },
          "head": {
            "type": "string",
            "description": "The head commit that was approved, where there is one."
          },
          "evidence": {
            "type": "object",
            "additionalProperties": {},
            "description": "Frozen with the decision."
          },
          "voidedBecause": {
            "type": "string"
          }
        }
      },
      "Gate": {
        "type": "object",
        "required": [
          "id",
          "wave",
          "phase",
          "type",
          "title",
          "state"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "wave": {
            "type": "integer"
          },
          "phase": {
            "type": "string",
            "enum": [
              "before",
              "after"
            ]
          },
          "type": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "notStarted",
              "shut",
              "open",
              "unknown",
              "rejected",
              "expired"
            ],
            "description": "`unknown` holds as `shut` does."
          },
          "waiting": {
            "$ref": "#/components/schemas/Waiting"
          },
          "checkedAt": {
            "type": "string",
            "format": "date-time"
          },
          "openedAt": {
            "type": "string",
            "format": "date-time"
          },
          "evidence": {
            "type": "object",
            "additionalProperties": {},
            "description": "What the last look saw."
          },
          "decisions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ApprovalDecision"
            }
          },
          "needed": {
            "type": "integer",
            "description": "How many must approve."
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          },
          "mayDecide": {
            "type": "boolean",
            "description": "Whether the reader may."
          }
        }
      },
      "RolloutWave": {
        "type": "object",
        "required": [
          "index",
          "name",
          "lifecycle",
          "outcome",
          "cells",
          "production",
          "concurrency",
          "failureBudget",
          "bake",
          "gates"
        ],
        "properties": {
          "index": {
            "type": "integer",
            "description": "From 1."
          },
          "name": {
            "type": "string"
          },
          "rule": {
            "type": "string",
            "description": "The wave rule that made it."
          },
          "lifecycle": {
            "$ref": "#/components/schemas/WaveLifecycle"
          },
          "outcome": {
            "$ref": "#/components/schemas/RolloutOutcome"
          },
          "running": {
            "type": "integer",
            "description": "Cells under way."
          },
          "cells": {
            "type": "integer"
          },
          "production": {
            "type": "boolean"
          },
          "concurrency": {
            "$ref": "#/components/schemas/ResolvedShare"
          },
          "failureBudget": {
            "$ref": "#/components/schemas/ResolvedShare"
          },
          "bake": {
            "$ref": "#/components/schemas/WaveBake"
          },
          "gates": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Gate"
            }
          },
          "waiting": {
            "$ref": "#/components/schemas/Waiting"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "endedAt": {
            "type": "string",
            "format": "date-time"
          },
          "forecast": {
            "type": "object",
            "required": [
              "start",
              "end"
            ],
            "properties": {
              "start": {
                "$ref": "#/components/schemas/TimeForecast"
              },
              "end": {
                "$ref": "#/components/schemas/TimeForecast"
              }
            }
          }
        }
      },
      "ResolvedShare": {
        "type": "object",
        "required": [
          "asked",
          "resolved"
        ],
        "properties": {
          "asked": {
            "type": "string"
          },
          "resolved": {
            "type": "integer",
            "description": "Cells."
          }
        }
      },
      "WaveBake": {
        "type": "object",
        "required": [
          "seconds",
          "healthySeconds",
          "stoodStillSeconds",
          "samples"
        ],
        "properties": {
          "seconds": {
            "type": "integer",
            "description": "That it must be healthy."
          },
          "healthySeconds": {
            "type": "integer"
          },
          "stoodStillSeconds": {
            "type": "integer"
          },
          "samples": {
            "type": "integer"
          },
          "minimumSamples": {
            "type": "integer"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "endsAt": {
            "type": "string",
            "description": "At the earliest.",
            "format": "date-time"
          },
          "endedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "PlanState": {
        "type": "object",
        "required": [
          "madeAt",
          "hash",
          "problems"
        ],
        "properties": {
          "madeAt": {
            "type": "string",
            "format": "date-time"
          },
          "hash": {
            "type": "string"
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlanProblem"
            }
          },
          "stale": {
            "type": "string",
            "description": "Why it should be made anew, where it should."
          }
        }
      },
      "RolloutRights": {
        "type": "object",
        "description": "What the reader may do.",
        "required": [
          "edit",
          "start",
          "pause",
          "approve",
          "force",
          "rollback"
        ],
        "properties": {
          "edit": {
            "type": "boolean"
          },
          "start": {
            "type": "boolean"
          },
          "pause": {
            "type": "boolean"
          },
          "approve": {
            "type": "boolean"
          },
          "force": {
            "type": "boolean"
          },
          "rollback": {
            "type": "boolean"
          }
        }
      },
      "Rollout": {
        "type": "object",
        "required": [
          "id",
          "name",
          "title",
          "revision",
          "lifecycle",
          "outcome",
          "change",
          "selection",
          "strategy",
          "executor",
          "environments",
          "owners",
          "createdBy",
          "createdAt",
          "waves",
          "unassigned",
          "may"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "revision": {
            "type": "integer",
            "description": "Grows with each edit and each act."
          },
          "lifecycle": {
            "$ref": "#/components/schemas/RolloutLifecycle"
          },
          "outcome": {
            "$ref": "#/components/schemas/RolloutOutcome"
          },
          "running": {
            "type": "integer"
          },
          "waiting": {
            "$ref": "#/components/schemas/Waiting"
          },
          "change": {
            "$ref": "#/components/schemas/RolloutChange"
          },
          "from": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "What clusters of it run or ran, as in `1.33`."
          },
          "selection": {
            "$ref": "#/components/schemas/RolloutSelection"
          },
          "strategy": {
            "$ref": "#/components/schemas/RolloutStrategy"
          },
          "strategyChanged": {
            "type": "boolean",
            "description": "Whether the strategy of that name is another by now; the rollout keeps its copy."
          },
          "executor": {
            "type": "string"
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "owners": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "plan": {
            "$ref": "#/components/schemas/PlanState"
          },
          "waves": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RolloutWave"
            }
          },
          "forecast": {
            "$ref": "#/components/schemas/RolloutForecast"
          },
          "unassigned": {
            "type": "integer",
            "description": "Clusters that fit the selection by now and are in no wave."
          },
          "movedOutside": {
            "type": "integer",
            "description": "Clusters that somebody else moved."
          },
          "stragglersOf": {
            "type": "string",
            "description": "The id of the rollout that this one finishes."
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "updatedBy": {
            "type": "string"
          },
          "updatedAt": {
            "type": "string",
            "format": "date-time"
          },
          "startedBy": {
            "type": "string"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "endedAt": {
            "type": "string",
            "format": "date-time"
          },
          "may": {
            "$ref": "#/components/schemas/RolloutRights"
          }
        }
      },
      "RolloutList": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "pageInfo",
          "counts"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Rollout"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          },
          "counts": {
            "type": "object",
            "additionalProperties": {
              "type": "integer"
            },
            "description": "By lifecycle, of all that the reader may read."
          }
        }
      },
      "RolloutDraft": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "title",
          "change",
          "selection",
          "strategy",
          "executor"
        ],
        "properties": {
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 120
          },
          "change": {
            "$ref": "#/components/schemas/RolloutChange"
          },
          "selection": {
            "$ref": "#/components/schemas/RolloutSelection"
          },
          "strategy": {
            "$ref": "#/components/schemas/RolloutStrategy"
          },
          "executor": {
            "type": "string",
            "maxLength": 63
          },
          "revision": {
            "type": "integer",
            "description": "Of what was edited."
          }
        }
      },
      "PlannedCell": {
        "type": "object",
        "required": [
          "name",
          "wave",
          "clusters"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "wave": {
            "type": "integer"
          },
          "clusters": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlannedCluster"
            }
          }
        }
      },
      "PlannedCluster": {
        "type": "object",
        "required": [
          "arn",
          "entityRef",
          "name",
          "accountId",
          "region",
          "tracks",
          "trace"
        ],
        "properties": {
          "arn": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "accountId": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "from": {
            "type": "string"
          },
          "tracks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Track"
            }
          },
          "trace": {
            "type": "string",
            "description": "Which wave took it, and by what."
          }
        }
      },
      "SkippedCluster": {
        "type": "object",
        "required": [
          "arn",
          "name",
          "reason",
          "code"
        ],
        "properties": {
          "arn": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "code": {
            "type": "string",
            "enum": [
              "alreadyThere",
              "tooNew",
              "foreign",
              "noExecutor",
              "notObserved",
              "excluded"
            ]
          },
          "reason": {
            "type": "string"
          }
        }
      },
      "PreviewWave": {
        "type": "object",
        "required": [
          "index",
          "name",
          "cells",
          "clusters",
          "production",
          "concurrency",
          "failureBudget",
          "bakeSeconds",
          "forecast"
        ],
        "properties": {
          "index": {
            "type": "integer"
          },
          "name": {
            "type": "string"
          },
          "rule": {
            "type": "string"
          },
          "cells": {
            "type": "integer"
          },
          "clusters": {
            "type": "integer"
          },
          "production": {
            "type": "boolean"
          },
          "concurrency": {
            "$ref": "#/components/schemas/ResolvedShare"
          },
          "failureBudget": {
            "$ref": "#/components/schemas/ResolvedShare"
          },
          "bakeSeconds": {
            "type": "integer"
          },
          "gates": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "phase",
                "type",
                "title"
              ],
              "properties": {
                "phase": {
                  "type": "string",
                  "enum": [
                    "before",
                    "after"
                  ]
                },
                "type": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                }
              }
            }
          },
          "forecast": {
            "type": "object",
            "required": [
              "start",
              "end"
            ],
            "properties": {
              "start": {
                "$ref": "#/components/schemas/TimeForecast"
              },
              "end": {
                "$ref": "#/components/schemas/TimeForecast"
              }
            }
          }
        }
      },
      "RolloutPreview": {
        "type": "object",
        "required": [
          "hash",
          "waves",
          "cells",
          "unassigned",
          "skipped",
          "problems",
          "forecast"
        ],
        "properties": {
          "hash": {
            "type": "string"
          },
          "waves": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PreviewWave"
            }
          },
          "cells": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlannedCell"
            }
          },
          "unassigned": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "arn",
                "name",
                "reason"
              ],
              "properties": {
                "arn": {
                  "type": "string"
                },
                "entityRef": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                },
                "reason": {
                  "type": "string"
                }
              }
            }
          },
          "skipped": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SkippedCluster"
            }
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlanProblem"
            }
          },
          "forecast": {
            "$ref": "#/components/schemas/RolloutForecast"
          }
        }
      },
      "StepError": {
        "type": "object",
        "required": [
          "code",
          "message"
        ],
        "properties": {
          "code": {
            "type": "string",
            "description": "The source's own code where it has one, such as `PodEvictionFailure`."
          },
          "message": {
            "type": "string"
          },
          "advice": {
            "type": "string",
            "description": "What to do."
          },
          "resourceIds": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "PullRequestRef": {
        "type": "object",
        "required": [
          "url"
        ],
        "properties": {
          "url": {
            "type": "string"
          },
          "number": {
            "type": "integer"
          },
          "state": {
            "type": "string",
            "enum": [
              "open",
              "merged",
              "closed",
              "conflict"
            ]
          },
          "mergedBy": {
            "type": "string"
          },
          "headSha": {
            "type": "string"
          },
          "mergedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Track": {
        "type": "object",
        "description": "Control plane, one add-on, or one node group of a cluster.",
        "required": [
          "kind",
          "state",
          "hops"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "controlPlane",
              "addon",
              "nodegroup"
            ]
          },
          "name": {
            "type": "string",
            "description": "Of the add-on or node group."
          },
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "now": {
            "type": "string",
            "description": "What was last observed."
          },
          "hops": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Versions on the way, the last one included."
          },
          "hop": {
            "type": "integer",
            "description": "Which of them is under way or done last, from 1."
          },
          "state": {
            "$ref": "#/components/schemas/TrackState"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "endedAt": {
            "type": "string",
            "format": "date-time"
          },
          "attempt": {
            "type": "integer"
          },
          "updateId": {
            "type": "string"
          },
          "pullRequest": {
            "$ref": "#/components/schemas/PullRequestRef"
          },
          "waiting": {
            "$ref": "#/components/schemas/Waiting"
          },
          "error": {
            "$ref": "#/components/schemas/StepError"
          }
        }
      },
      "RollbackClock": {
        "type": "object",
        "required": [
          "state",
          "message"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "notNeeded",
              "possible",
              "nodesFirst",
              "pastPoint",
              "expired",
              "notPossible"
            ]
          },
          "until": {
            "type": "string",
            "format": "date-time"
          },
          "message": {
            "type": "string",
            "description": "In words, with the reason where it is past the point of no return."
          },
          "way": {
            "type": "string",
            "enum": [
              "git",
              "direct",
              "guided",
              "none"
            ],
            "description": "By a pull request, by a call of EKS, by people one step after the other, or not at all."
          },
          "readiness": {
            "$ref": "#/components/schemas/RollbackReadiness"
          },
          "steps": {
            "type": "array",
            "description": "Where the way is guided, what people do one after the other.",
            "items": {
              "$ref": "#/components/schemas/RollbackStep"
            }
          }
        }
      },
      "RollbackReadiness": {
        "type": "object",
        "description": "Insights of EKS of category `ROLLBACK_READINESS`, which it has for seven days after an upgrade.",
        "required": [
          "state",
          "message",
          "insights"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "passing",
              "blocked",
              "unknown"
            ],
            "description": "Both `blocked` and `unknown` refuse it without `force`."
          },
          "message": {
            "type": "string"
          },
          "observedAt": {
            "type": "string",
            "format": "date-time"
          },
          "insights": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "status"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "status": {
                  "type": "string",
                  "description": "`PASSING`, `WARNING`, `ERROR` or `UNKNOWN`."
                },
                "reason": {
                  "type": "string"
                },
                "recommendation": {
                  "type": "string"
                },
                "lastRefreshTime": {
                  "type": "string",
                  "format": "date-time"
                }
              }
            }
          }
        }
      },
      "RollbackStep": {
        "type": "object",
        "required": [
          "id",
          "title",
          "state",
          "message"
        ],
        "properties": {
          "id": {
            "type": "string",
            "enum": [
              "suspend",
              "rollBack",
              "edit",
              "resume"
            ]
          },
          "title": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "open",
              "done",
              "unknown"
            ],
            "description": "As it was last observed."
          },
          "message": {
            "type": "string",
            "description": "What to do, or by what it is known to be done."
          },
          "at": {
            "type": "string",
            "format": "date-time",
            "description": "When it was seen done, or said to be."
          },
          "by": {
            "type": "string",
            "description": "Who said that it is done; left out for what was seen."
          },
          "confirmable": {
            "type": "boolean",
            "description": "Whether somebody may say that it is done, with the act `confirmStep`."
          },
          "command": {
            "type": "string",
            "description": "What a person with the rights runs."
          },
          "url": {
            "type": "string"
          }
        }
      },
      "CellCluster": {
        "type": "object",
        "required": [
          "arn",
          "entityRef",
          "name",
          "accountId",
          "region",
          "tracks"
        ],
        "properties": {
          "arn": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "accountId": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "tracks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Track"
            }
          },
          "rollback": {
            "$ref": "#/components/schemas/RollbackClock"
          },
          "movedOutside": {
            "type": "object",
            "required": [
              "at",
              "message"
            ],
            "properties": {
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "by": {
                "type": "string"
              },
              "message": {
                "type": "string"
              }
            }
          },
          "vanished": {
            "type": "boolean"
          }
        }
      },
      "RolloutCell": {
        "type": "object",
        "required": [
          "id",
          "wave",
          "index",
          "name",
          "state",
          "clusters",
          "attempt",
          "revision"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "wave": {
            "type": "integer"
          },
          "index": {
            "type": "integer",
            "description": "In its wave, from 1."
          },
          "name": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/CellState"
          },
          "clusters": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CellCluster"
            }
          },
          "attempt": {
            "type": "integer"
          },
          "revision": {
            "type": "integer",
            "description": "When it last changed, as a number that grows over the rollout."
          },
          "waiting": {
            "$ref": "#/components/schemas/Waiting"
          },
          "error": {
            "$ref": "#/components/schemas/StepError"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "endedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "RolloutCellList": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "pageInfo",
          "revision"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RolloutCell"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          },
          "revision": {
            "type": "integer",
            "description": "For `changedAfter`."
          }
        }
      },
      "CellRequest": {
        "type": "object",
        "description": "What somebody asked for and a second person has to agree to.",
        "required": [
          "id",
          "act",
          "by",
          "at",
          "reason",
          "force"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "The `secondPerson` of who agrees."
          },
          "act": {
            "type": "string",
            "enum": [
              "force",
              "rollBack"
            ]
          },
          "by": {
            "type": "string",
            "description": "A user's entity reference; anybody else may agree."
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "reason": {
            "type": "string"
          },
          "force": {
            "type": "boolean",
            "description": "For `rollBack`: past what insights of EKS say against it."
          }
        }
      },
      "RolloutCellDetail": {
        "type": "object",
        "required": [
          "cell",
          "log",
          "may"
        ],
        "properties": {
          "cell": {
            "$ref": "#/components/schemas/RolloutCell"
          },
          "requests": {
            "type": "array",
            "description": "That wait for a second person; left out where none does.",
            "items": {
              "$ref": "#/components/schemas/CellRequest"
            }
          },
          "log": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RolloutLogEntry"
            }
          },
          "may": {
            "$ref": "#/components/schemas/RolloutRights"
          }
        }
      },
      "RolloutLogEntry": {
        "type": "object",
        "required": [
          "id",
          "at",
          "actor",
          "code",
          "message",
          "level"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "actor": {
            "type": "string",
            "description": "A user's entity reference, or `eks-fleet`."
          },
          "code": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "level": {
            "type": "string",
            "enum": [
              "info",
              "warning",
              "error"
            ]
          },
          "wave": {
            "type": "integer"
          },
          "cellId": {
            "type": "string"
          },
          "cluster": {
            "type": "string",
            "description": "ARN."
          },
          "reason": {
            "type": "string",
            "description": "What the person gave."
          },
          "url": {
            "type": "string",
            "description": "Of a pull request."
          }
        }
      },
      "RolloutLog": {
        "type": "object",
        "required": [
          "items",
          "pageInfo"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RolloutLogEntry"
            }
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          }
        }
      },
      "RolloutAct": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "act"
        ],
        "properties": {
          "act": {
            "type": "string",
            "enum": [
              "plan",
              "start",
              "pause",
              "resume",
              "stop",
              "cancel",
              "skipWave",
              "assign"
            ]
          },
          "revision": {
            "type": "integer",
            "description": "Refused with 409 where it is another by now."
          },
          "wave": {
            "type": "integer",
            "description": "For `skipWave`."
          },
          "clusters": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 200
            },
            "description": "ARNs, for `assign`: those of the unassigned tray that the last wave takes.",
            "maxItems": 5000
          },
          "reason": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "RolloutCellAct": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "act"
        ],
        "properties": {
          "act": {
            "type": "string",
            "enum": [
              "retry",
              "skip",
              "force",
              "rollBack",
              "confirmStep"
            ]
          },
          "step": {
            "type": "string",
            "enum": [
              "suspend",
              "edit",
              "resume"
            ],
            "description": "For `confirmStep`: of a guided rollback, the step that somebody says is done."
          },
          "reason": {
            "type": "string",
            "description": "Needed for `force` and `rollBack`.",
            "maxLength": 2000
          },
          "force": {
            "type": "boolean",
            "description": "For `rollBack`: past what insights of EKS say against it. Needs `eks-fleet.rollout.force` besides, of both who ask and agree."
          },
          "secondPerson": {
            "type": "string",
            "description": "For `force` and `rollBack`: the request that somebody else agrees to, its id.",
            "maxLength": 64
          }
        }
      },
      "GateDecision": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "decision"
        ],
        "properties": {
          "decision": {
            "type": "string",
            "enum": [
              "approve",
              "reject",
              "hold",
              "release"
            ]
          },
          "comment": {
            "type": "string",
            "maxLength": 2000
          },
          "planHash": {
            "type": "string",
            "description": "Of the plan that was looked at.",
            "maxLength": 100
          }
        }
      },
      "ClusterRollouts": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "rollout",
                "cell"
              ],
              "properties": {
                "rollout": {
                  "type": "object",
                  "required": [
                    "id",
                    "name",
                    "title",
                    "lifecycle"
                  ],
                  "properties": {
                    "id": {
                      "type": "string"
                    },
                    "name": {
                      "type": "string"
                    },
                    "title": {
                      "type": "string"
                    },
                    "lifecycle": {
                      "$ref": "#/components/schemas/RolloutLifecycle"
                    }
                  }
                },
                "wave": {
                  "type": "object",
                  "required": [
                    "index",
                    "name",
                    "lifecycle"
                  ],
                  "properties": {
                    "index": {
                      "type": "integer"
                    },
                    "name": {
                      "type": "string"
                    },
                    "lifecycle": {
                      "$ref": "#/components/schemas/WaveLifecycle"
                    }
                  }
                },
                "cell": {
                  "$ref": "#/components/schemas/RolloutCell"
                }
              }
            }
          }
        }
      },
      "SavedStrategy": {
        "type": "object",
        "required": [
          "strategy",
          "origin",
          "yaml"
        ],
        "properties": {
          "strategy": {
            "$ref": "#/components/schemas/RolloutStrategy"
          },
          "origin": {
            "type": "string",
            "enum": [
              "shipped",
              "configured",
              "saved"
            ]
          },
          "yaml": {
            "type": "string"
          },
          "updatedBy": {
            "type": "string"
          },
          "updatedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "StrategyList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SavedStrategy"
            }
          }
        }
      },
      "StrategySave": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "strategy": {
            "$ref": "#/components/schemas/RolloutStrategy"
          },
          "yaml": {
            "type": "string",
            "description": "Instead of `strategy`.",
            "maxLength": 100000
          }
        }
      },
      "FleetStop": {
        "type": "object",
        "required": [
          "stopped"
        ],
        "properties": {
          "stopped": {
            "type": "boolean"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "reason": {
            "type": "string"
          }
        }
      },
      "ProposalGround": {
        "type": "object",
        "required": [
          "installationId"
        ],
        "properties": {
          "installationId": {
            "type": "string",
            "description": "Of this portal; the branches of its proposals carry it."
          },
          "halted": {
            "type": "string",
            "description": "Why nothing may be written to Git now, in a sentence."
          }
        }
      },
      "FleetStopRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "stopped",
          "reason",
          "confirm"
        ],
        "properties": {
          "stopped": {
            "type": "boolean"
          },
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "confirm": {
            "type": "string",
            "description": "The words `stop the fleet` or `let the fleet go on`.",
            "maxLength": 40
          }
        }
      },
      "AlertSeverity": {
        "type": "string",
        "enum": [
          "critical",
          "warning",
          "info",
          "unknown"
        ]
      },
      "AlertCluster": {
        "type": "object",
        "required": [
          "arn",
          "entityRef",
          "name",
          "accountId",
          "region"
        ],
        "properties": {
          "arn": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "accountId": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          }
        }
      },
      "AlertChange": {
        "type": "object",
        "required": [
          "at",
          "message"
        ],
        "properties": {
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "message": {
            "type": "string",
            "description": "What changed on the cluster, in words."
          },
          "source": {
            "type": "string",
            "description": "Such as `rollout`, `timeline`."
          },
          "rolloutId": {
            "type": "string"
          },
          "cellId": {
            "type": "string"
          }
        }
      },
      "AlertSourceRef": {
        "type": "object",
        "required": [
          "kind",
          "id"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "alertmanager",
              "cloudwatch"
            ]
          },
          "id": {
            "type": "string",
            "description": "As in configuration."
          }
        }
      },
      "Alert": {
        "type": "object",
        "required": [
          "fingerprint",
          "name",
          "severity",
          "state",
          "startsAt",
          "lastSeenAt",
          "source",
          "clusters",
          "labels",
          "links"
        ],
        "properties": {
          "fingerprint": {
            "type": "string",
            "description": "With the source, what tells it from others."
          },
          "name": {
            "type": "string",
            "description": "`alertname`, or the alarm's name."
          },
          "severity": {
            "$ref": "#/components/schemas/AlertSeverity"
          },
          "state": {
            "type": "string",
            "enum": [
              "firing",
              "silenced",
              "resolved",
              "unknown"
            ],
            "description": "`unknown` where its source has not been read for too long."
          },
          "summary": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "startsAt": {
            "type": "string",
            "format": "date-time"
          },
          "endsAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastSeenAt": {
            "type": "string",
            "format": "date-time"
          },
          "source": {
            "$ref": "#/components/schemas/AlertSourceRef"
          },
          "clusters": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AlertCluster"
            },
            "description": "Those of it that the reader may read."
          },
          "ambiguous": {
            "type": "boolean",
            "description": "Whether its label fits several clusters, so that it counts for each."
          },
          "joinedBy": {
            "type": "string",
            "description": "In words, such as `label cluster_arn`."
          },
          "labels": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "runbook": {
            "type": "object",
            "required": [
              "url",
              "origin"
            ],
            "properties": {
              "url": {
                "type": "string"
              },
              "origin": {
                "type": "string",
                "enum": [
                  "alert",
                  "configured"
                ]
              }
            }
          },
          "links": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Link"
            }
          },
          "changes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AlertChange"
            },
            "description": "What changed just before, the newest first; for one alert only."
          }
        }
      },
      "AlertSource": {
        "type": "object",
        "required": [
          "kind",
          "id",
          "state"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "alertmanager",
              "cloudwatch"
            ]
          },
          "id": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/TargetState"
          },
          "error": {
            "$ref": "#/components/schemas/ObservationError"
          },
          "lastSuccessAt": {
            "type": "string",
            "format": "date-time"
          },
          "watchdog": {
            "type": "string",
            "enum": [
              "seen",
              "lost",
              "notExpected"
            ]
          }
        }
      },
      "AlertList": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "pageInfo",
          "counts",
          "sources"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Alert"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          },
          "counts": {
            "type": "object",
            "required": [
              "severity",
              "state"
            ],
            "properties": {
              "severity": {
                "type": "object",
                "additionalProperties": {
                  "type": "integer"
                }
              },
              "state": {
                "type": "object",
                "additionalProperties": {
                  "type": "integer"
                }
              }
            }
          },
          "sources": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AlertSource"
            }
          }
        }
      },
      "PolicyEngine": {
        "type": "string",
        "description": "What judges. `other` is named by the source of its results.",
        "enum": [
          "kyverno",
          "gatekeeper",
          "vap",
          "kubewarden",
          "trivy",
          "kube-bench",
          "security-hub",
          "falco",
          "other"
        ]
      },
      "PolicySeverity": {
        "type": "string",
        "enum": [
          "critical",
          "high",
          "medium",
          "low",
          "info",
          "unknown"
        ]
      },
      "PolicyMode": {
        "type": "string",
        "description": "What happens to what breaks it: `enforce` refuses it, `warn` lets it in with a warning, `audit` records it. `mixed` where rules, namespaces or clusters differ.",
        "enum": [
          "enforce",
          "warn",
          "audit",
          "off",
          "mixed"
        ]
      },
      "PolicyResult": {
        "type": "string",
        "description": "`warn`: broken, and not scored. `error`: could not be evaluated. `exempt`: broken or not, an exception covers it; neither pass nor fail.",
        "enum": [
          "fail",
          "warn",
          "error",
          "exempt"
        ]
      },
      "PassCount": {
        "type": "string",
        "description": "What is known of passes: `exact`; `atLeast` where they were counted in part; `notRecorded` where the engine keeps none. Only where it is `exact` is there a share.",
        "enum": [
          "exact",
          "atLeast",
          "notRecorded"
        ]
      },
      "PolicyRef": {
        "type": "object",
        "required": [
          "id",
          "engine",
          "kind",
          "name"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "The same for the same policy on all clusters."
          },
          "engine": {
            "$ref": "#/components/schemas/PolicyEngine"
          },
          "kind": {
            "type": "string",
            "description": "Such as `ClusterPolicy` or `K8sRequiredLabels`; of a benchmark, its profile."
          },
          "namespace": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        }
      },
      "PolicyFacts": {
        "allOf": [
          {
            "$ref": "#/components/schemas/PolicyRef"
          },
          {
            "type": "object",
            "required": [
              "severity"
            ],
            "properties": {
              "title": {
                "type": "string"
              },
              "category": {
                "type": "string"
              },
              "severity": {
                "$ref": "#/components/schemas/PolicySeverity"
              },
              "description": {
                "type": "string"
              },
              "remediation": {
                "type": "string"
              },
              "documentation": {
                "type": "string",
                "description": "A URL."
              }
            }
          }
        ]
      },
      "PolicyCounts": {
        "type": "object",
        "required": [
          "fail",
          "warn",
          "error",
          "exempt"
        ],
        "properties": {
          "fail": {
            "type": "integer"
          },
          "warn": {
            "type": "integer"
          },
          "error": {
            "type": "integer"
          },
          "exempt": {
            "type": "integer"
          },
          "pass": {
            "type": "integer",
            "description": "Left out where it is not known."
          },
          "passes": {
            "$ref": "#/components/schemas/PassCount"
          },
          "atLeast": {
            "type": "boolean",
            "description": "Whether the engine keeps only the first of them, so that there are more findings than can be listed."
          }
        }
      },
      "Policy": {
        "allOf": [
          {
            "$ref": "#/components/schemas/PolicyFacts"
          },
          {
            "type": "object",
            "required": [
              "counts",
              "clusters",
              "newThisWeek",
              "resolvedThisWeek"
            ],
            "properties": {
              "counts": {
                "$ref": "#/components/schemas/PolicyCounts"
              },
              "clusters": {
                "type": "object",
                "required": [
                  "failing",
                  "enforce",
                  "warn",
                  "audit",
                  "notReady",
                  "unknown"
                ],
                "description": "How many clusters are in each way; one can be in several.",
                "properties": {
                  "deployed": {
                    "type": "integer"
                  },
                  "failing": {
                    "type": "integer"
                  },
                  "enforce": {
                    "type": "integer"
                  },
                  "warn": {
                    "type": "integer"
                  },
                  "audit": {
                    "type": "integer"
                  },
                  "notReady": {
                    "type": "integer"
                  },
                  "unknown": {
                    "type": "integer",
                    "description": "Where nothing fresh is known of it."
                  }
                }
              },
              "newThisWeek": {
                "type": "integer"
              },
              "resolvedThisWeek": {
                "type": "integer"
              }
            }
          }
        ]
      },
      "PolicyList": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Policy"
            }
          },
          "totalItems": {
            "type": "integer"
          }
        }
      },
      "PolicySummary": {
        "type": "object",
        "required": [
          "newThisWeek",
          "resolvedThisWeek",
          "counts",
          "exceptionsExpiring",
          "exceptionsExpired",
          "safeToEnforce",
          "clusters"
        ],
        "properties": {
          "newThisWeek": {
            "type": "integer"
          },
          "resolvedThisWeek": {
            "type": "integer"
          },
          "counts": {
            "$ref": "#/components/schemas/PolicyCounts"
          },
          "bySeverity": {
            "type": "object",
            "description": "Findings that fail, warn or could not be evaluated.",
            "additionalProperties": {
              "type": "integer"
            }
          },
          "overdue": {
            "type": "integer"
          },
          "exceptionsExpiring": {
            "type": "integer",
            "description": "That end within 14 days."
          },
          "exceptionsExpired": {
            "type": "integer",
            "description": "That are past their end and still there."
          },
          "safeToEnforce": {
            "type": "integer",
            "description": "Pairs of policy and cluster that may be switched to enforce."
          },
          "clusters": {
            "type": "object",
            "required": [
              "total",
              "withEngine",
              "withoutEngine",
              "unknown",
              "stale"
            ],
            "properties": {
              "total": {
                "type": "integer"
              },
              "withEngine": {
                "type": "integer"
              },
              "withoutEngine": {
                "type": "integer",
                "description": "Read, and no policy engine is there."
              },
              "unknown": {
                "type": "integer",
                "description": "Never read, or not to be read."
              },
              "stale": {
                "type": "integer"
              }
            }
          }
        }
      },
      "PolicyCellState": {
        "type": "string",
        "description": "`deployed`; `notDeployed` where the cluster's engine was read and has no such policy; `noEngine` where the engine itself is not there; `unknown` where nothing was read; `reported` where results name it and policies of its engine cannot be read.",
        "enum": [
          "deployed",
          "notDeployed",
          "noEngine",
          "unknown",
          "reported"
        ]
      },
      "PolicyDrift": {
        "type": "string",
        "description": "Against what Git says. `missing`, `unexpected`, or which part differs.",
        "enum": [
          "missing",
          "unexpected",
          "mode",
          "version"
        ]
      },
      "PolicyCell": {
        "type": "object",
        "required": [
          "state"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/PolicyCellState"
          },
          "mode": {
            "$ref": "#/components/schemas/PolicyMode"
          },
          "ready": {
            "type": "boolean",
            "description": "Left out where the engine does not say."
          },
          "notReadyBecause": {
            "type": "string"
          },
          "version": {
            "type": "string",
            "description": "Of the chart or library that brought it."
          },
          "fail": {
            "type": "integer"
          },
          "warn": {
            "type": "integer"
          },
          "error": {
            "type": "integer"
          },
          "exempt": {
            "type": "integer"
          },
          "pass": {
            "type": "integer"
          },
          "passes": {
            "$ref": "#/components/schemas/PassCount"
          },
          "atLeast": {
            "type": "boolean"
          },
          "severity": {
            "$ref": "#/components/schemas/PolicySeverity"
          },
          "stale": {
            "type": "boolean"
          },
          "observedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When its results were last read whole, or last audited by the engine, whichever is older."
          },
          "drift": {
            "$ref": "#/components/schemas/PolicyDrift"
          },
          "safeToEnforce": {
            "type": "boolean",
            "description": "Whether it may be switched to enforce there, where a column is a cluster."
          },
          "clusters": {
            "type": "integer",
            "description": "How many clusters it stands for, where a column is several."
          },
          "deployedOn": {
            "type": "integer"
          }
        }
      },
      "PolicyMatrixColumn": {
        "type": "object",
        "required": [
          "key",
          "title",
          "clusters"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "An ARN, or the value that its clusters share."
          },
          "title": {
            "type": "string"
          },
          "group": {
            "type": "string",
            "description": "The environment, where a column is a cluster."
          },
          "entityRef": {
            "type": "string",
            "description": "Where a column is a cluster."
          },
          "clusters": {
            "type": "integer"
          },
          "engines": {
            "type": "array",
            "description": "Those that are there, where a column is a cluster.",
            "items": {
              "$ref": "#/components/schemas/PolicyEngine"
            }
          },
          "stale": {
            "type": "boolean"
          },
          "unknown": {
            "type": "boolean",
            "description": "Whether nothing was ever read of it."
          }
        }
      },
      "SharedPolicyMatrixRow": {
        "type": "object",
        "required": [
          "policy",
          "policies",
          "cells",
          "observed"
        ],
        "description": "What goes by one name, whichever engine holds it where.",
        "properties": {
          "policy": {
            "$ref": "#/components/schemas/Policy",
            "description": "The worst of them, with the counts of all."
          },
          "policies": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyRef"
            }
          },
          "cells": {
            "type": "array",
            "description": "One for each column, in their order; its place among the cells of the matrix.",
            "items": {
              "type": "integer"
            }
          },
          "observed": {
            "type": "array",
            "description": "When each of them was, its place among the times of the matrix; -1 for never.",
            "items": {
              "type": "integer"
            }
          }
        }
      },
      "SharedPolicyMatrix": {
        "type": "object",
        "required": [
          "columns",
          "rows",
          "cells",
          "times",
          "by"
        ],
        "description": "Each cell and each time is there once, however many columns and rows have it so.",
        "properties": {
          "by": {
            "type": "string",
            "enum": [
              "cluster",
              "environment",
              "account",
              "owner"
            ]
          },
          "columns": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyMatrixColumn"
            }
          },
          "rows": {
            "type": "array",
            "description": "By category, then the worst first.",
            "items": {
              "$ref": "#/components/schemas/SharedPolicyMatrixRow"
            }
          },
          "cells": {
            "type": "array",
            "description": "Without `observedAt`, which is hardly ever the same.",
            "items": {
              "$ref": "#/components/schemas/PolicyCell"
            }
          },
          "times": {
            "type": "array",
            "description": "Each `observedAt` of a cell.",
            "items": {
              "type": "string",
              "format": "date-time"
            }
          }
        }
      },
      "PolicyTrend": {
        "type": "object",
        "required": [
          "points"
        ],
        "properties": {
          "points": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "day",
                "fail",
                "warn",
                "error",
                "exempt"
              ],
              "properties": {
                "day": {
                  "type": "string",
                  "description": "UTC, `2026-11-29`."
                },
                "fail": {
                  "type": "integer"
                },
                "warn": {
                  "type": "integer"
                },
                "error": {
                  "type": "integer"
                },
                "exempt": {
                  "type": "integer"
                }
              }
            }
          },
          "since": {
            "type": "string",
            "description": "The first day that anything was recorded of these clusters."
          }
        }
      },
      "PolicyDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Policy"
          },
          {
            "type": "object",
            "required": [
              "rules",
              "links",
              "safeToEnforce"
            ],
            "properties": {
              "rules": {
                "type": "array",
                "description": "Of those that fail, the most findings first.",
                "items": {
                  "type": "object",
                  "required": [
                    "rule",
                    "findings"
                  ],
                  "properties": {
                    "rule": {
                      "type": "string"
                    },
                    "findings": {
                      "type": "integer"
                    }
                  }
                }
              },
              "links": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Link"
                }
              },
              "safeToEnforce": {
                "type": "object",
                "required": [
                  "days",
                  "clusters"
                ],
                "properties": {
                  "days": {
                    "type": "integer",
                    "description": "For how many days nothing unexempted may have failed."
                  },
                  "clusters": {
                    "type": "integer"
                  }
                }
              }
            }
          }
        ]
      },
      "SafeToEnforce": {
        "type": "object",
        "description": "Whether nothing that is not exempt has failed for long enough.",
        "required": [
          "verdict",
          "message"
        ],
        "properties": {
          "verdict": {
            "type": "string",
            "enum": [
              "safe",
              "notYet",
              "failing",
              "enforced",
              "unknown"
            ]
          },
          "message": {
            "type": "string"
          },
          "quietSince": {
            "type": "string",
            "format": "date-time"
          },
          "safeAt": {
            "type": "string",
            "format": "date-time",
            "description": "When it will be, if nothing fails until then."
          }
        }
      },
      "PolicyCluster": {
        "type": "object",
        "required": [
          "cluster",
          "cell",
          "safeToEnforce"
        ],
        "properties": {
          "cluster": {
            "$ref": "#/components/schemas/PolicyClusterRef"
          },
          "cell": {
            "$ref": "#/components/schemas/PolicyCell"
          },
          "safeToEnforce": {
            "$ref": "#/components/schemas/SafeToEnforce"
          }
        }
      },
      "PolicyClusterRef": {
        "type": "object",
        "required": [
          "arn",
          "entityRef",
          "name",
          "accountId",
          "region"
        ],
        "properties": {
          "arn": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "accountId": {
            "type": "string"
          },
          "accountName": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          }
        }
      },
      "PolicyClusterList": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "pageInfo"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyCluster"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          }
        }
      },
      "PolicyFeed": {
        "type": "object",
        "required": [
          "kind",
          "state"
        ],
        "description": "One source of a cluster's policies or results.",
        "properties": {
          "kind": {
            "type": "string",
            "description": "Such as `policyReports`."
          },
          "state": {
            "$ref": "#/components/schemas/SourceState"
          },
          "error": {
            "$ref": "#/components/schemas/ObservationError"
          },
          "pushed": {
            "type": "boolean",
            "description": "Whether the cluster itself brings it, and nobody here reads it."
          },
          "observedAt": {
            "type": "string",
            "format": "date-time",
            "description": "Of the last complete snapshot."
          },
          "evaluatedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the engine itself last looked, where it says; the oldest."
          },
          "passes": {
            "$ref": "#/components/schemas/PassCount"
          },
          "truncated": {
            "type": "boolean",
            "description": "Whether the engine keeps only some of what it finds."
          },
          "notes": {
            "type": "array",
            "description": "What else is to be known of it, in sentences.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "ClusterPolicies": {
        "type": "object",
        "required": [
          "items",
          "feeds",
          "counts",
          "engines"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "policy",
                "cell"
              ],
              "properties": {
                "policy": {
                  "$ref": "#/components/schemas/PolicyFacts"
                },
                "cell": {
                  "$ref": "#/components/schemas/PolicyCell"
                },
                "links": {
                  "type": "array",
                  "description": "Out of the portal, about the policy on this cluster.",
                  "items": {
                    "$ref": "#/components/schemas/Link"
                  }
                }
              }
            }
          },
          "links": {
            "type": "array",
            "description": "Out of the portal, about the cluster.",
            "items": {
              "$ref": "#/components/schemas/Link"
            }
          },
          "feeds": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyFeed"
            }
          },
          "engines": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyEngine"
            }
          },
          "counts": {
            "$ref": "#/components/schemas/PolicyCounts"
          },
          "namespaces": {
            "type": "array",
            "description": "Those with findings, the most first; 100 at most.",
            "items": {
              "type": "object",
              "required": [
                "namespace",
                "findings"
              ],
              "properties": {
                "namespace": {
                  "type": "string"
                },
                "findings": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "FindingResource": {
        "type": "object",
        "required": [
          "kind"
        ],
        "properties": {
          "apiVersion": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        }
      },
      "PolicyFinding": {
        "type": "object",
        "required": [
          "fingerprint",
          "policy",
          "result",
          "severity",
          "cluster",
          "resource",
          "firstSeen",
          "lastSeen",
          "owner",
          "ownerFrom",
          "source"
        ],
        "properties": {
          "fingerprint": {
            "type": "string",
            "description": "The same over rescans, renamed messages and pods."
          },
          "policy": {
            "$ref": "#/components/schemas/PolicyFacts"
          },
          "rule": {
            "type": "string"
          },
          "result": {
            "$ref": "#/components/schemas/PolicyResult"
          },
          "severity": {
            "$ref": "#/components/schemas/PolicySeverity"
          },
          "mode": {
            "$ref": "#/components/schemas/PolicyMode"
          },
          "message": {
            "type": "string"
          },
          "cluster": {
            "$ref": "#/components/schemas/PolicyClusterRef"
          },
          "resource": {
            "$ref": "#/components/schemas/FindingResource"
          },
          "owner": {
            "type": "string",
            "description": "Entity reference; empty where there is none."
          },
          "ownerFrom": {
            "type": "string",
            "description": "What says so.",
            "enum": [
              "resource",
              "namespace",
              "component",
              "cluster"
            ]
          },
          "firstSeen": {
            "type": "string",
            "format": "date-time"
          },
          "lastSeen": {
            "type": "string",
            "format": "date-time",
            "description": "The last complete snapshot that had it."
          },
          "resolvedAt": {
            "type": "string",
            "format": "date-time"
          },
          "stale": {
            "type": "boolean",
            "description": "Whether its source has not been read for too long, so that it may be gone."
          },
          "dueAt": {
            "type": "string",
            "format": "date-time"
          },
          "assignment": {
            "$ref": "#/components/schemas/FindingAssignment"
          },
          "exceptions": {
            "type": "array",
            "description": "Names of the exceptions that cover it, as `namespace/name`.",
            "items": {
              "type": "string"
            }
          },
          "source": {
            "type": "string",
            "description": "The feed that it is from, such as `policyReports`."
          },
          "properties": {
            "type": "object",
            "description": "What else the engine says; 20 at most.",
            "additionalProperties": {
              "type": "string"
            }
          },
          "links": {
            "type": "array",
            "description": "For one finding only.",
            "items": {
              "$ref": "#/components/schemas/Link"
            }
          }
        }
      },
      "FindingAssignment": {
        "type": "object",
        "required": [
          "assignee",
          "by",
          "at"
        ],
        "properties": {
          "assignee": {
            "type": "string",
            "description": "Entity reference of a user or group."
          },
          "note": {
            "type": "string"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "FindingAssignmentRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "assignee"
        ],
        "properties": {
          "assignee": {
            "type": "string",
            "description": "Entity reference of a user or group; an empty string takes the assignment away.",
            "maxLength": 200
          },
          "note": {
            "type": "string",
            "maxLength": 1000
          }
        }
      },
      "PolicyFindingList": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "pageInfo"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyFinding"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "totalIsAtLeast": {
            "type": "boolean",
            "description": "Whether there are more than were counted."
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          }
        }
      },
      "FindingFacets": {
        "type": "object",
        "required": [
          "facets"
        ],
        "properties": {
          "facets": {
            "type": "object",
            "additionalProperties": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/FacetValue"
              }
            }
          },
          "isAtLeast": {
            "type": "boolean",
            "description": "Whether there are more than were counted."
          }
        }
      },
      "PolicyExceptionState": {
        "type": "string",
        "description": "`expired`: past its end and still in the cluster. Where it has no end, `active`.",
        "enum": [
          "active",
          "expiring",
          "expired"
        ]
      },
      "PolicyException": {
        "type": "object",
        "required": [
          "id",
          "engine",
          "name",
          "policies",
          "state",
          "clusters",
          "flags"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "engine": {
            "$ref": "#/components/schemas/PolicyEngine"
          },
          "kind": {
            "type": "string",
            "description": "Such as `PolicyException`; `constraint` or `config` where Gatekeeper leaves namespaces out."
          },
          "namespace": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "policies": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name"
              ],
              "properties": {
                "id": {
                  "type": "string",
                  "description": "Where it is known on these clusters."
                },
                "kind": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                },
                "rules": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          },
          "scope": {
            "type": "string",
            "description": "What it covers, in a few words."
          },
          "namespaces": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "reason": {
            "type": "string"
          },
          "ticket": {
            "type": "string"
          },
          "requestedBy": {
            "type": "string"
          },
          "approvedBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          },
          "state": {
            "$ref": "#/components/schemas/PolicyExceptionState"
          },
          "flags": {
            "type": "array",
            "items": {
              "type": "string",
              "enum": [
                "unused",
                "tooBroad",
                "honouredAfterExpiry",
                "endless"
              ]
            }
          },
          "request": {
            "type": "string",
            "maxLength": 36,
            "description": "Id of the request that it was asked for by in the portal."
          },
          "exempted": {
            "type": "integer",
            "description": "Findings that name it."
          },
          "clusters": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyClusterRef"
            }
          }
        }
      },
      "ExceptionAsk": {
        "type": "object",
        "description": "From a finding, or from a policy, a cluster and a namespace.",
        "additionalProperties": false,
        "required": [
          "scope",
          "clusters"
        ],
        "properties": {
          "finding": {
            "type": "string",
            "description": "Fingerprint.",
            "pattern": "^[0-9a-f]{32}$"
          },
          "policy": {
            "type": "string",
            "description": "Id; without `finding`.",
            "pattern": "^[0-9a-f]{16}$"
          },
          "cluster": {
            "type": "string",
            "description": "ARN; without `finding`.",
            "maxLength": 200
          },
          "namespace": {
            "type": "string",
            "description": "Without `finding`.",
            "maxLength": 63
          },
          "scope": {
            "type": "string",
            "description": "`resource`: what the finding is on, with all that it makes. `namespace`: the namespace and all that is in it.",
            "enum": [
              "resource",
              "namespace"
            ]
          },
          "clusters": {
            "type": "string",
            "description": "`cluster`: this one. `environment`: all clusters of its environment that have the policy and that the caller may ask for.",
            "enum": [
              "cluster",
              "environment"
            ]
          },
          "reason": {
            "type": "string",
            "maxLength": 1000
          },
          "ticket": {
            "type": "string",
            "maxLength": 200
          },
          "expiresAt": {
            "type": "string",
            "description": "A time with its zone, or a day, which ends in UTC.",
            "maxLength": 40
          }
        }
      },
      "ExceptionProblem": {
        "type": "object",
        "required": [
          "field",
          "message"
        ],
        "properties": {
          "field": {
            "type": "string",
            "enum": [
              "finding",
              "policy",
              "cluster",
              "namespace",
              "scope",
              "clusters",
              "reason",
              "ticket",
              "expiresAt"
            ]
          },
          "message": {
            "type": "string"
          }
        }
      },
      "ExceptionRendering": {
        "type": "string",
        "description": "`policies.kyverno.io` and `kyverno.io`: a PolicyException of that group. `gatekeeper`: an entry of `exceptions` in the values of the chart fleet-policies.",
        "enum": [
          "policies.kyverno.io",
          "kyverno.io",
          "gatekeeper"
        ]
      },
      "ExceptionFile": {
        "type": "object",
        "required": [
          "path",
          "cluster",
          "text"
        ],
        "properties": {
          "path": {
            "type": "string",
            "description": "In the repository."
          },
          "cluster": {
            "type": "string",
            "description": "ARN."
          },
          "text": {
            "type": "string",
            "description": "The whole file; of values, only the part that is added."
          }
        }
      },
      "ExceptionScope": {
        "type": "object",
        "required": [
          "kind"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "resource",
              "namespace"
            ]
          },
          "namespace": {
            "type": "string",
            "description": "Left out for what is in none."
          },
          "resource": {
            "type": "object",
            "required": [
              "kind",
              "name"
            ],
            "properties": {
              "kind": {
                "type": "string"
              },
              "name": {
                "type": "string"
              }
            }
          }
        }
      },
      "ExceptionPreview": {
        "type": "object",
        "required": [
          "problems",
          "notes",
          "clusters",
          "files",
          "diff",
          "findings"
        ],
        "properties": {
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ExceptionProblem"
            }
          },
          "notes": {
            "type": "array",
            "description": "What else is to be known of it, in sentences.",
            "items": {
              "type": "string"
            }
          },
          "policy": {
            "$ref": "#/components/schemas/PolicyFacts"
          },
          "rendering": {
            "$ref": "#/components/schemas/ExceptionRendering"
          },
          "scope": {
            "$ref": "#/components/schemas/ExceptionScope"
          },
          "name": {
            "type": "string",
            "description": "As far as it can be told; an id follows it."
          },
          "clusters": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyClusterRef"
            }
          },
          "repository": {
            "type": "string",
            "description": "Address of its page."
          },
          "files": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ExceptionFile"
            }
          },
          "diff": {
            "type": "string",
            "description": "Unified, against the repository as it is; empty where it could not be read, which `notes` then say."
          },
          "findings": {
            "type": "object",
            "description": "Open findings that it would cover, on clusters that the caller may read.",
            "required": [
              "count",
              "items"
            ],
            "properties": {
              "count": {
                "type": "integer"
              },
              "isAtLeast": {
                "type": "boolean"
              },
              "items": {
                "type": "array",
                "description": "The first of them, the worst first.",
                "items": {
                  "$ref": "#/components/schemas/PolicyFinding"
                }
              }
            }
          },
          "maxDays": {
            "type": "integer",
            "description": "How many days from now it may last."
          },
          "ticketRequired": {
            "type": "boolean"
          },
          "approval": {
            "$ref": "#/components/schemas/ExceptionApproval"
          }
        }
      },
      "ExceptionApproval": {
        "type": "string",
        "description": "`required`: a second person agrees in the portal before anything is proposed. `git`: whoever merges the pull request agrees.",
        "enum": [
          "required",
          "git"
        ]
      },
      "ExceptionRequestState": {
        "type": "string",
        "description": "`pendingApproval`: waits for a second person. `proposed`: agreed to, the pull request is being opened or is open. `merged`: in Git, not yet on all clusters. `inForce`: seen on each of its clusters. `expired`: at its end; its removal is proposed and followed. `removed`: gone from the clusters. `rejected`: by a person. `closed`: its pull request was closed unmerged. `cancelled`: taken back, or past its end before it was merged. `failed`: it cannot go on; `message` says what to do.",
        "enum": [
          "pendingApproval",
          "proposed",
          "merged",
          "inForce",
          "expired",
          "removed",
          "rejected",
          "closed",
          "cancelled",
          "failed"
        ]
      },
      "ExceptionRequestCluster": {
        "type": "object",
        "required": [
          "cluster"
        ],
        "properties": {
          "cluster": {
            "$ref": "#/components/schemas/PolicyClusterRef"
          },
          "inForceAt": {
            "type": "string",
            "format": "date-time",
            "description": "When it was first seen there."
          },
          "goneAt": {
            "type": "string",
            "format": "date-time",
            "description": "When it was first seen to be gone."
          }
        }
      },
      "ExceptionPullRequest": {
        "type": "object",
        "required": [
          "number",
          "url",
          "state"
        ],
        "properties": {
          "number": {
            "type": "integer"
          },
          "url": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "open",
              "merged",
              "closed"
            ]
          },
          "mergedBy": {
            "type": "string",
            "description": "Login at the Git host."
          },
          "mergedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "ExceptionEvent": {
        "type": "object",
        "required": [
          "at",
          "message"
        ],
        "properties": {
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "by": {
            "type": "string",
            "description": "Entity reference; left out where the portal did it."
          },
          "message": {
            "type": "string"
          }
        }
      },
      "ExceptionRequest": {
        "type": "object",
        "required": [
          "id",
          "name",
          "state",
          "policy",
          "rendering",
          "scope",
          "clusters",
          "inForceOn",
          "reason",
          "expiresAt",
          "requestedBy",
          "requestedAt",
          "approval",
          "contentHash",
          "rights"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string",
            "description": "Of the object, or the key in the values."
          },
          "state": {
            "$ref": "#/components/schemas/ExceptionRequestState"
          },
          "message": {
            "type": "string",
            "description": "What it waits for, or why it ended, in a sentence."
          },
          "problem": {
            "type": "string",
            "description": "What is not as it was agreed to, and should be looked at by somebody."
          },
          "policy": {
            "$ref": "#/components/schemas/PolicyRef"
          },
          "finding": {
            "type": "string",
            "description": "Fingerprint of the finding that it was asked from."
          },
          "rendering": {
            "$ref": "#/components/schemas/ExceptionRendering"
          },
          "scope": {
            "$ref": "#/components/schemas/ExceptionScope"
          },
          "clusters": {
            "type": "array",
            "description": "Those that the caller may read.",
            "items": {
              "$ref": "#/components/schemas/ExceptionRequestCluster"
            }
          },
          "inForceOn": {
            "type": "integer",
            "description": "On how many of `clusters` it was seen and is not gone."
          },
          "reason": {
            "type": "string"
          },
          "ticket": {
            "type": "string"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          },
          "requestedBy": {
            "type": "string"
          },
          "requestedAt": {
            "type": "string",
            "format": "date-time"
          },
          "approval": {
            "$ref": "#/components/schemas/ExceptionApproval"
          },
          "decision": {
            "type": "object",
            "required": [
              "verdict",
              "by",
              "at"
            ],
            "properties": {
              "verdict": {
                "type": "string",
                "enum": [
                  "approve",
                  "reject"
                ]
              },
              "by": {
                "type": "string"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "comment": {
                "type": "string"
              }
            }
          },
          "endedEarly": {
            "type": "object",
            "description": "Who had it end before its time.",
            "required": [
              "by",
              "at"
            ],
            "properties": {
              "by": {
                "type": "string"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              }
            }
          },
          "contentHash": {
            "type": "string",
            "description": "Of what is decided about."
          },
          "pullRequest": {
            "$ref": "#/components/schemas/ExceptionPullRequest"
          },
          "removal": {
            "$ref": "#/components/schemas/ExceptionPullRequest"
          },
          "rights": {
            "type": "object",
            "description": "What the caller may do with it now; what is refused says why.",
            "required": [
              "decide",
              "cancel",
              "remove"
            ],
            "properties": {
              "decide": {
                "type": "boolean"
              },
              "cancel": {
                "type": "boolean"
              },
              "remove": {
                "type": "boolean"
              }
            }
          },
          "files": {
            "type": "array",
            "description": "For one request only.",
            "items": {
              "$ref": "#/components/schemas/ExceptionFile"
            }
          },
          "events": {
            "type": "array",
            "description": "For one request only; the oldest first.",
            "items": {
              "$ref": "#/components/schemas/ExceptionEvent"
            }
          }
        }
      },
      "ExceptionRequestList": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "pageInfo"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ExceptionRequest"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          }
        }
      },
      "ExceptionDecision": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "verdict",
          "contentHash"
        ],
        "properties": {
          "verdict": {
            "type": "string",
            "enum": [
              "approve",
              "reject"
            ]
          },
          "comment": {
            "type": "string",
            "maxLength": 1000
          },
          "contentHash": {
            "type": "string",
            "description": "Of what was looked at.",
            "maxLength": 64
          }
        }
      },
      "PolicyExclusion": {
        "type": "object",
        "description": "What a policy does not look at; `*` stands for any part of a name.",
        "additionalProperties": false,
        "properties": {
          "namespaces": {
            "type": "array",
            "maxItems": 200,
            "items": {
              "type": "string",
              "maxLength": 63
            }
          },
          "resources": {
            "type": "array",
            "maxItems": 200,
            "items": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "kind": {
                  "type": "string",
                  "maxLength": 63
                },
                "namespace": {
                  "type": "string",
                  "maxLength": 63
                },
                "name": {
                  "type": "string",
                  "maxLength": 253
                }
              }
            }
          }
        }
      },
      "PolicyLayer": {
        "type": "object",
        "required": [
          "path",
          "kind",
          "says",
          "mayEdit"
        ],
        "properties": {
          "path": {
            "type": "string",
            "description": "In the fleet repository."
          },
          "kind": {
            "type": "string",
            "description": "`default`: for all clusters. `label`: for those with a label, such as an environment or a tenant. `cluster`: for one cluster alone.",
            "enum": [
              "default",
              "label",
              "cluster"
            ]
          },
          "label": {
            "type": "string",
            "description": "Such as `environment`."
          },
          "value": {
            "type": "string",
            "description": "Of the label; the name of the cluster."
          },
          "clusters": {
            "type": "integer",
            "description": "How many it reaches of those that the caller may read."
          },
          "says": {
            "type": "object",
            "description": "What it says of the policy itself; what is left out comes from the layers below it.",
            "properties": {
              "mode": {
                "$ref": "#/components/schemas/PolicyMode"
              },
              "parameters": {
                "type": "object",
                "additionalProperties": true
              },
              "exclude": {
                "$ref": "#/components/schemas/PolicyExclusion"
              }
            }
          },
          "mayEdit": {
            "type": "boolean",
            "description": "Whether the caller may edit policies on each cluster that it reaches."
          }
        }
      },
      "PolicyParameter": {
        "type": "object",
        "description": "What of a policy can be set, by the values schema of the chart.",
        "required": [
          "name",
          "type"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "description": "`other` cannot be set here.",
            "enum": [
              "text",
              "number",
              "boolean",
              "texts",
              "other"
            ]
          },
          "choices": {
            "type": "array",
            "description": "All that a text can be.",
            "items": {
              "type": "string"
            }
          },
          "value": {
            "description": "By default."
          }
        }
      },
      "PolicyLayers": {
        "type": "object",
        "required": [
          "policies",
          "parameters",
          "layers"
        ],
        "properties": {
          "problem": {
            "type": "string",
            "description": "Why no policy can be switched here, in a sentence."
          },
          "policies": {
            "type": "array",
            "description": "Names of all policies of the chart.",
            "items": {
              "type": "string"
            }
          },
          "policy": {
            "type": "string",
            "description": "The one that was asked about, where the chart has it."
          },
          "exclude": {
            "$ref": "#/components/schemas/PolicyExclusion"
          },
          "parameters": {
            "type": "array",
            "description": "Of the policy.",
            "items": {
              "$ref": "#/components/schemas/PolicyParameter"
            }
          },
          "layers": {
            "type": "array",
            "description": "The lowest first; of clusters alone, only what was asked for.",
            "items": {
              "$ref": "#/components/schemas/PolicyLayer"
            }
          },
          "repository": {
            "type": "string",
            "description": "Address of its page."
          }
        }
      },
      "PolicyChange": {
        "type": "object",
        "description": "What is set in the layer; fields that are left out stay as they are.",
        "additionalProperties": false,
        "properties": {
          "mode": {
            "type": "string",
            "enum": [
              "enforce",
              "warn",
              "audit",
              "off"
            ]
          },
          "parameters": {
            "type": "object",
            "maxProperties": 20,
            "additionalProperties": true
          },
          "exclude": {
            "$ref": "#/components/schemas/PolicyExclusion"
          },
          "leave": {
            "type": "array",
            "description": "What the layer is to say no more, so that the layers below it do.",
            "maxItems": 20,
            "items": {
              "type": "string",
              "pattern": "^(mode|exclude\\.namespaces|exclude\\.resources|parameters\\.[A-Za-z][A-Za-z0-9]{0,62})$"
            }
          }
        }
      },
      "PolicyEditAsk": {
        "type": "object",
        "description": "In one layer, or in the layer of each of some clusters.",
        "additionalProperties": false,
        "required": [
          "policy",
          "change"
        ],
        "properties": {
          "policy": {
            "type": "string",
            "description": "Name of a policy of the chart.",
            "maxLength": 100
          },
          "layer": {
            "type": "string",
            "description": "Path of a layer.",
            "maxLength": 500
          },
          "clusters": {
            "type": "array",
            "description": "ARNs; without `layer`.",
            "maxItems": 100,
            "items": {
              "type": "string",
              "maxLength": 200
            }
          },
          "change": {
            "$ref": "#/components/schemas/PolicyChange"
          },
          "reason": {
            "type": "string",
            "maxLength": 1000
          },
          "ticket": {
            "type": "string",
            "maxLength": 200
          },
          "contentHash": {
            "type": "string",
            "description": "Of the preview that was looked at; without it nothing is proposed.",
            "maxLength": 64
          }
        }
      },
      "PolicyEditProblem": {
        "type": "object",
        "required": [
          "field",
          "message"
        ],
        "properties": {
          "field": {
            "type": "string",
            "description": "Such as `layer` or `change.parameters.targetVersion`."
          },
          "message": {
            "type": "string"
          }
        }
      },
      "PolicySetting": {
        "type": "object",
        "description": "How a policy is to be on a cluster. Parameters and exclusions only where they change.",
        "required": [
          "mode"
        ],
        "properties": {
          "mode": {
            "$ref": "#/components/schemas/PolicyMode"
          },
          "severity": {
            "$ref": "#/components/schemas/PolicySeverity"
          },
          "parameters": {
            "type": "object",
            "additionalProperties": true
          },
          "exclude": {
            "$ref": "#/components/schemas/PolicyExclusion"
          }
        }
      },
      "PolicyEditEffect": {
        "type": "string",
        "description": "`changes`: something changes there. `same`: it is so already. `overridden`: a later layer says otherwise. `unknown`: its layers cannot be read as they are.",
        "enum": [
          "changes",
          "same",
          "overridden",
          "unknown"
        ]
      },
      "PolicyEditCluster": {
        "type": "object",
        "required": [
          "cluster",
          "effect"
        ],
        "properties": {
          "cluster": {
            "$ref": "#/components/schemas/PolicyClusterRef"
          },
          "effect": {
            "$ref": "#/components/schemas/PolicyEditEffect"
          },
          "engine": {
            "$ref": "#/components/schemas/PolicyEngine"
          },
          "before": {
            "$ref": "#/components/schemas/PolicySetting"
          },
          "after": {
            "$ref": "#/components/schemas/PolicySetting"
          },
          "overriddenBy": {
            "type": "array",
            "description": "Paths of the layers that have the last word.",
            "items": {
              "type": "string"
            }
          },
          "problem": {
            "type": "string"
          },
          "safeToEnforce": {
            "$ref": "#/components/schemas/SafeToEnforce"
          },
          "inForceAt": {
            "type": "string",
            "format": "date-time",
            "description": "When it was first seen there."
          },
          "supersededAt": {
            "type": "string",
            "format": "date-time",
            "description": "When Git was seen to say something else again."
          },
          "goneAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the cluster was seen to be gone."
          }
        }
      },
      "PolicyEditOutcome": {
        "type": "object",
        "description": "What becomes of findings. `findingsGo`: what fails is not looked at any more. `refused`: what fails is refused at its next change. `letIn`: what fails is not refused any more. `notKnown`: it was never evaluated there. `judgedAnew`: what fails is judged by something else. `unchanged`: findings stay as they are. `nothing`: nothing changes on any cluster.",
        "required": [
          "code",
          "message"
        ],
        "properties": {
          "code": {
            "type": "string",
            "enum": [
              "findingsGo",
              "refused",
              "letIn",
              "notKnown",
              "judgedAnew",
              "unchanged",
              "nothing"
            ]
          },
          "message": {
            "type": "string"
          },
          "clusters": {
            "type": "integer",
            "description": "That this is said of."
          },
          "count": {
            "type": "integer",
            "description": "Of findings."
          },
          "isAtLeast": {
            "type": "boolean"
          },
          "hints": {
            "type": "array",
            "description": "What other clusters of the same environments have, that evaluate it.",
            "items": {
              "type": "object",
              "required": [
                "environment",
                "clusters",
                "findings"
              ],
              "properties": {
                "environment": {
                  "type": "string"
                },
                "clusters": {
                  "type": "integer"
                },
                "findings": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "PolicyEditCounts": {
        "type": "object",
        "description": "How many clusters the layers reach, by what the edit does there.",
        "required": [
          "changes",
          "same",
          "overridden",
          "unknown"
        ],
        "properties": {
          "changes": {
            "type": "integer"
          },
          "same": {
            "type": "integer"
          },
          "overridden": {
            "type": "integer"
          },
          "unknown": {
            "type": "integer"
          }
        }
      },
      "PolicyEditPreview": {
        "type": "object",
        "required": [
          "problems",
          "notes",
          "layers",
          "diff",
          "counts",
          "clusters",
          "outcomes"
        ],
        "properties": {
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyEditProblem"
            }
          },
          "notes": {
            "type": "array",
            "description": "What else is to be known of it, in sentences.",
            "items": {
              "type": "string"
            }
          },
          "layers": {
            "type": "array",
            "description": "Paths of the files that change.",
            "items": {
              "type": "string"
            }
          },
          "repository": {
            "type": "string",
            "description": "Address of its page."
          },
          "baseCommit": {
            "type": "string",
            "description": "That it was held against."
          },
          "diff": {
            "type": "string",
            "description": "Unified."
          },
          "contentHash": {
            "type": "string",
            "description": "Of what was looked at; left out where it cannot be proposed."
          },
          "counts": {
            "$ref": "#/components/schemas/PolicyEditCounts"
          },
          "clusters": {
            "type": "array",
            "description": "Those where something changes first; 200 at most.",
            "items": {
              "$ref": "#/components/schemas/PolicyEditCluster"
            }
          },
          "outcomes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyEditOutcome"
            }
          }
        }
      },
      "PolicyEditState": {
        "type": "string",
        "description": "`proposed`: the pull request is being opened or is open. `merged`: in Git, not yet seen on all clusters. `inForce`: each cluster has the mode that Git says. `superseded`: Git says something else again. `closed`: its pull request was closed unmerged, or it was taken back. `failed`: it cannot go on; `message` says what to do.",
        "enum": [
          "proposed",
          "merged",
          "inForce",
          "superseded",
          "closed",
          "failed"
        ]
      },
      "PolicyEdit": {
        "type": "object",
        "required": [
          "id",
          "state",
          "policy",
          "change",
          "layers",
          "counts",
          "inForceOn",
          "reason",
          "requestedBy",
          "requestedAt",
          "rights"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/PolicyEditState"
          },
          "message": {
            "type": "string",
            "description": "What it waits for, or why it ended, in a sentence."
          },
          "problem": {
            "type": "string",
            "description": "What is not as it was proposed, and should be looked at by somebody."
          },
          "policy": {
            "type": "string",
            "description": "Name of the policy in the chart."
          },
          "change": {
            "$ref": "#/components/schemas/PolicyChange"
          },
          "layers": {
            "type": "array",
            "description": "Paths of its files; of a cluster that the caller may not read, none.",
            "items": {
              "type": "string"
            }
          },
          "counts": {
            "$ref": "#/components/schemas/PolicyEditCounts"
          },
          "inForceOn": {
            "type": "integer",
            "description": "On how many of those that change it was seen."
          },
          "reason": {
            "type": "string"
          },
          "ticket": {
            "type": "string"
          },
          "requestedBy": {
            "type": "string"
          },
          "requestedAt": {
            "type": "string",
            "format": "date-time"
          },
          "pullRequest": {
            "$ref": "#/components/schemas/ExceptionPullRequest"
          },
          "rights": {
            "type": "object",
            "description": "What the caller may do with it now.",
            "required": [
              "cancel"
            ],
            "properties": {
              "cancel": {
                "type": "boolean"
              }
            }
          },
          "diff": {
            "type": "string",
            "description": "For one edit only, and who may read all of its clusters."
          },
          "clusters": {
            "type": "array",
            "description": "For one edit only, those that the caller may read; 200 at most.",
            "items": {
              "$ref": "#/components/schemas/PolicyEditCluster"
            }
          },
          "events": {
            "type": "array",
            "description": "For one edit only; the oldest first.",
            "items": {
              "$ref": "#/components/schemas/ExceptionEvent"
            }
          }
        }
      },
      "PolicyEditList": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "pageInfo"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyEdit"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          }
        }
      },
      "PolicyExceptionList": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "pageInfo"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyException"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          },
          "counts": {
            "type": "object",
            "additionalProperties": {
              "type": "integer"
            }
          }
        }
      },
      "RequestKind": {
        "type": "string",
        "enum": [
          "cluster",
          "namespace",
          "application"
        ]
      },
      "RequestOperation": {
        "type": "string",
        "description": "`extend` moves the day on which a thing ends, and nothing else. `adopt` takes what is there already into Git.",
        "enum": [
          "create",
          "change",
          "delete",
          "adopt",
          "extend"
        ]
      },
      "RequestState": {
        "type": "string",
        "description": "`draft`: kept, and nothing was done yet. `pendingApproval`: waits for somebody's decision. `proposed`: the pull request is being opened or is open. `merged`: in Git. `synced`: Argo CD has it. `provisioning`: it is coming into being, or going, where it lives. `registered`: the portal knows it there. `ready`: done. `failed`: it went wrong, and `message` says how. `rejected`: an approver refused. `cancelled`: taken back, or its pull request was closed unmerged. `expired`: nobody decided, or merged it, in time.",
        "enum": [
          "draft",
          "pendingApproval",
          "proposed",
          "merged",
          "synced",
          "provisioning",
          "registered",
          "ready",
          "failed",
          "rejected",
          "cancelled",
          "expired"
        ]
      },
      "RequestThing": {
        "type": "object",
        "description": "What a request is about. One request for a thing is under way at a time.",
        "required": [
          "kind",
          "key",
          "title"
        ],
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/RequestKind"
          },
          "key": {
            "type": "string",
            "description": "`cluster/<account>/<region>/<name>`, `namespace/<account>/<region>/<cluster>/<namespace>` or `application/<team>/<application>/<environment>`."
          },
          "title": {
            "type": "string",
            "description": "Such as `payments-dev on prod-1`."
          }
        }
      },
      "RequestCluster": {
        "type": "object",
        "description": "The cluster that a request is about, or that its thing lives on.",
        "required": [
          "name",
          "accountId",
          "region"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "accountId": {
            "type": "string"
          },
          "accountName": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "arn": {
            "type": "string",
            "description": "Left out where no such cluster was discovered."
          },
          "entityRef": {
            "type": "string",
            "description": "Left out where no such cluster was discovered, and where the caller may not read it."
          },
          "environment": {
            "type": "string"
          }
        }
      },
      "RequestSpec": {
        "type": "object",
        "description": "What is wanted, as data: a `ClusterSpec`, a `NamespaceSpec` or an `ApplicationSpec` of the common library, which also has the check of each.",
        "additionalProperties": true
      },
      "RequestProblem": {
        "type": "object",
        "description": "What is wrong with one field of a form.",
        "required": [
          "field",
          "message"
        ],
        "properties": {
          "field": {
            "type": "string",
            "description": "Such as `spec.quota.cpu`, `reason` or `owner`; empty for the whole."
          },
          "message": {
            "type": "string",
            "description": "What would be right, in words that follow the field's name."
          }
        }
      },
      "VerdictOutcome": {
        "type": "string",
        "enum": [
          "allow",
          "needsApproval",
          "deny"
        ]
      },
      "VerdictReason": {
        "type": "object",
        "required": [
          "code",
          "outcome",
          "message"
        ],
        "properties": {
          "code": {
            "type": "string",
            "description": "Such as `quotaExceeded`; stable, for those who test it."
          },
          "outcome": {
            "type": "string",
            "description": "What this reason alone leads to; a `note` leads to nothing, and is to be known.",
            "enum": [
              "needsApproval",
              "deny",
              "note"
            ]
          },
          "field": {
            "type": "string",
            "description": "Path in the spec, such as `compute.nodeGroups[0].maxSize`; left out where it is about the whole."
          },
          "message": {
            "type": "string",
            "description": "What is wrong, and what would be right."
          },
          "limit": {
            "$ref": "#/components/schemas/VerdictLimit"
          }
        }
      },
      "VerdictLimit": {
        "type": "object",
        "description": "The numbers of a limit that is reached.",
        "required": [
          "resource",
          "limit",
          "used",
          "asked",
          "left"
        ],
        "properties": {
          "resource": {
            "$ref": "#/components/schemas/QuotaResource"
          },
          "limit": {
            "type": "number"
          },
          "used": {
            "type": "number",
            "description": "By all else that the owner has or is promised."
          },
          "asked": {
            "type": "number",
            "description": "What the request comes to when it is done."
          },
          "left": {
            "type": "number",
            "description": "Before the request; below zero where the limit was lowered below use."
          }
        }
      },
      "RequestVerdict": {
        "type": "object",
        "description": "Whether somebody may have what they ask for, and why.",
        "required": [
          "outcome",
          "reasons"
        ],
        "properties": {
          "outcome": {
            "$ref": "#/components/schemas/VerdictOutcome"
          },
          "reasons": {
            "type": "array",
            "description": "Denials first, then what needs approval, then notes.",
            "items": {
              "$ref": "#/components/schemas/VerdictReason"
            }
          }
        }
      },
      "CostRange": {
        "type": "object",
        "description": "A month: with the least that can run, with what is meant to run, and with the most.",
        "required": [
          "minimum",
          "expected",
          "maximum"
        ],
        "properties": {
          "minimum": {
            "type": "number"
          },
          "expected": {
            "type": "number"
          },
          "maximum": {
            "type": "number"
          }
        }
      },
      "CostPart": {
        "type": "object",
        "required": [
          "kind",
          "before",
          "after",
          "detail"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "controlPlane",
              "extendedSupport",
              "nodeGroup",
              "autoMode",
              "autoModeSurcharge",
              "volumes",
              "natGateways",
              "loadBalancers",
              "namespaceShare",
              "namespaceStorage"
            ]
          },
          "name": {
            "type": "string",
            "description": "Of the node group, where it is one."
          },
          "before": {
            "$ref": "#/components/schemas/CostRange"
          },
          "after": {
            "$ref": "#/components/schemas/CostRange"
          },
          "detail": {
            "type": "string",
            "description": "How the figure after comes about."
          }
        }
      },
      "UnknownPrice": {
        "type": "object",
        "description": "Something whose price is not known. It is in no sum.",
        "required": [
          "name",
          "missing",
          "unchanged"
        ],
        "properties": {
          "name": {
            "type": "string",
            "description": "Of what, such as `2 to 6 nodes of x2idn.16xlarge`."
          },
          "missing": {
            "type": "string",
            "description": "What would make it known."
          },
          "field": {
            "type": "string",
            "description": "Path in the spec."
          },
          "unchanged": {
            "type": "boolean",
            "description": "Whether it is there already, as it is."
          }
        }
      },
      "CostEstimate": {
        "type": "object",
        "description": "What something costs before and after, a month of 730 hours.",
        "required": [
          "currency",
          "before",
          "after",
          "parts",
          "unknown",
          "assumptions"
        ],
        "properties": {
          "currency": {
            "type": "string",
            "description": "Such as `USD`."
          },
          "before": {
            "$ref": "#/components/schemas/CostRange"
          },
          "after": {
            "$ref": "#/components/schemas/CostRange"
          },
          "parts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CostPart"
            }
          },
          "unknown": {
            "type": "array",
            "description": "What the sums do not hold: with one of them, they say \"at least\".",
            "items": {
              "$ref": "#/components/schemas/UnknownPrice"
            }
          },
          "assumptions": {
            "type": "array",
            "description": "What was taken to be so, in sentences.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "QuotaResource": {
        "type": "string",
        "description": "What owners have quotas of: counts, cores, GiB, and US dollars a month.",
        "enum": [
          "clusters",
          "namespaces",
          "vcpu",
          "memoryGib",
          "storageGib",
          "monthlyCost"
        ]
      },
      "QuotaUse": {
        "type": "object",
        "description": "One quota of an owner, as it stands.",
        "required": [
          "resource",
          "used",
          "reserved",
          "unknown"
        ],
        "properties": {
          "resource": {
            "$ref": "#/components/schemas/QuotaResource"
          },
          "limit": {
            "type": "number",
            "description": "Left out where there is none."
          },
          "used": {
            "type": "number",
            "description": "What is there."
          },
          "reserved": {
            "type": "number",
            "description": "What requests that are under way add to that."
          },
          "left": {
            "type": "number",
            "description": "Left out where there is no limit; below zero where it was lowered below use."
          },
          "unknown": {
            "type": "integer",
            "description": "How many of the owner's clusters and namespaces nobody knows this of; they are not in `used`."
          },
          "wanted": {
            "type": "number",
            "description": "What is asked for here, more than its thing has now; below zero where it gives back. Left out where nothing is asked for."
          }
        }
      },
      "RequestQuota": {
        "type": "object",
        "required": [
          "owner",
          "resources"
        ],
        "properties": {
          "owner": {
            "type": "string",
            "description": "Entity reference."
          },
          "resources": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QuotaUse"
            }
          }
        }
      },
      "RequestQuotaList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RequestQuota"
            }
          }
        }
      },
      "RequestApproval": {
        "type": "object",
        "description": "Who has to agree before anything is proposed.",
        "required": [
          "needed",
          "message"
        ],
        "properties": {
          "needed": {
            "type": "boolean"
          },
          "rule": {
            "type": "string",
            "description": "Name of the rule of `eksFleet.requests.approvals` that said so."
          },
          "message": {
            "type": "string",
            "description": "Why it needs an approval, or why it needs none, in a sentence."
          },
          "approvers": {
            "type": "array",
            "description": "Who is told. Entity references; it gives nobody a right.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "RequestDecision": {
        "type": "object",
        "required": [
          "verdict",
          "by",
          "at",
          "specHash"
        ],
        "properties": {
          "verdict": {
            "type": "string",
            "enum": [
              "approve",
              "reject",
              "amend"
            ]
          },
          "by": {
            "type": "string",
            "description": "Entity reference."
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "comment": {
            "type": "string"
          },
          "specHash": {
            "type": "string",
            "description": "Of what was decided about; of an amendment, what it made of it."
          },
          "voided": {
            "type": "object",
            "description": "Why an approval does not count any more.",
            "required": [
              "at",
              "message"
            ],
            "properties": {
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "message": {
                "type": "string"
              }
            }
          }
        }
      },
      "RequestComment": {
        "type": "object",
        "required": [
          "by",
          "at",
          "text"
        ],
        "properties": {
          "by": {
            "type": "string",
            "description": "Entity reference."
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "text": {
            "type": "string"
          }
        }
      },
      "RequestSource": {
        "type": "string",
        "description": "Where something was seen or done: `person` in the portal, or by the `portal` itself; `git`, `argocd`, `eks`, `kubernetes` and the `catalog` by looking there.",
        "enum": [
          "person",
          "portal",
          "git",
          "argocd",
          "eks",
          "kubernetes",
          "catalog"
        ]
      },
      "RequestStep": {
        "type": "object",
        "description": "One state on the line that a request goes along.",
        "required": [
          "state",
          "status"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/RequestState"
          },
          "status": {
            "type": "string",
            "description": "`done`; `now`; `ahead`; `skipped`, where it went on without it; `stopped`, where the line ends here though it is not ready.",
            "enum": [
              "done",
              "now",
              "ahead",
              "skipped",
              "stopped"
            ]
          },
          "at": {
            "type": "string",
            "format": "date-time",
            "description": "When it came there."
          },
          "until": {
            "type": "string",
            "format": "date-time",
            "description": "When it went on."
          },
          "source": {
            "$ref": "#/components/schemas/RequestSource"
          },
          "message": {
            "type": "string"
          },
          "usuallySeconds": {
            "type": "number",
            "description": "How long this installation's requests of the same kind and operation stayed there, the median of the last ones; left out where there were none."
          },
          "usuallyOf": {
            "type": "integer",
            "description": "Over how many requests that was measured."
          }
        }
      },
      "RequestQueue": {
        "type": "object",
        "description": "Where it is held because the Git host's limits allow no more at once.",
        "required": [
          "position"
        ],
        "properties": {
          "position": {
            "type": "integer",
            "description": "1 for the next."
          },
          "message": {
            "type": "string"
          }
        }
      },
      "RequestWaiting": {
        "type": "object",
        "required": [
          "code",
          "since"
        ],
        "properties": {
          "code": {
            "type": "string",
            "description": "`approval`: somebody who may decide. `merge`: somebody who merges. `review`: somebody who looks at what is not as it was agreed to. `gitHost`, `argocd`, `provisioner`, `cluster`, `catalog`: that they go on. `halt`: that writing is let go again.",
            "enum": [
              "approval",
              "merge",
              "review",
              "gitHost",
              "argocd",
              "provisioner",
              "cluster",
              "catalog",
              "halt"
            ]
          },
          "since": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "RequestPullRequest": {
        "type": "object",
        "required": [
          "number",
          "url",
          "state"
        ],
        "properties": {
          "number": {
            "type": "integer"
          },
          "url": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "open",
              "merged",
              "closed"
            ]
          },
          "mergedBy": {
            "type": "string",
            "description": "Login at the Git host."
          },
          "mergedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "RequestLinks": {
        "type": "object",
        "properties": {
          "pullRequest": {
            "$ref": "#/components/schemas/RequestPullRequest"
          },
          "repository": {
            "type": "string",
            "description": "Address of the fleet repository's page."
          },
          "task": {
            "type": "string",
            "description": "Id of the scaffolder task that it came from."
          },
          "application": {
            "type": "object",
            "description": "The Application of Argo CD.",
            "required": [
              "name"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "namespace": {
                "type": "string"
              },
              "url": {
                "type": "string"
              }
            }
          },
          "entityRef": {
            "type": "string",
            "description": "Of the thing in the catalog, once it is there."
          }
        }
      },
      "RequestRights": {
        "type": "object",
        "description": "What the caller may do with it now.",
        "required": [
          "decide",
          "amend",
          "comment",
          "cancel"
        ],
        "properties": {
          "decide": {
            "type": "boolean",
            "description": "Approve or reject."
          },
          "amend": {
            "type": "boolean"
          },
          "comment": {
            "type": "boolean"
          },
          "cancel": {
            "type": "boolean"
          },
          "whyNot": {
            "type": "object",
            "description": "Why one is refused to somebody who might expect it, in a sentence.",
            "properties": {
              "decide": {
                "type": "string"
              },
              "amend": {
                "type": "string"
              },
              "cancel": {
                "type": "string"
              }
            }
          }
        }
      },
      "RequestEvent": {
        "type": "object",
        "required": [
          "at",
          "source",
          "message"
        ],
        "properties": {
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "by": {
            "type": "string",
            "description": "Entity reference; left out where nobody did it."
          },
          "source": {
            "$ref": "#/components/schemas/RequestSource"
          },
          "state": {
            "description": "That it came to by it.",
            "allOf": [
              {
                "$ref": "#/components/schemas/RequestState"
              }
            ]
          },
          "message": {
            "type": "string"
          }
        }
      },
      "FleetRequestSummary": {
        "type": "object",
        "required": [
          "id",
          "kind",
          "operation",
          "thing",
          "title",
          "state",
          "isOver",
          "owner",
          "requestedBy",
          "requestedAt",
          "updatedAt",
          "reason",
          "verdict",
          "rights"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/components/schemas/RequestKind"
          },
          "operation": {
            "$ref": "#/components/schemas/RequestOperation"
          },
          "thing": {
            "$ref": "#/components/schemas/RequestThing"
          },
          "title": {
            "type": "string",
            "description": "Such as `Namespace payments-dev on prod-1`, `Change of namespace payments-dev on prod-1`."
          },
          "state": {
            "$ref": "#/components/schemas/RequestState"
          },
          "isOver": {
            "type": "boolean",
            "description": "Nothing happens to it any more, and another for its thing may be asked for."
          },
          "message": {
            "type": "string",
            "description": "What happens now, or why it ended, in a sentence."
          },
          "problem": {
            "type": "string",
            "description": "What is not as it was agreed to, and should be looked at by somebody."
          },
          "waiting": {
            "$ref": "#/components/schemas/RequestWaiting"
          },
          "queue": {
            "$ref": "#/components/schemas/RequestQueue"
          },
          "owner": {
            "type": "string",
            "description": "Entity reference of the group that it is for."
          },
          "environment": {
            "type": "string"
          },
          "cluster": {
            "$ref": "#/components/schemas/RequestCluster"
          },
          "clusters": {
            "type": "array",
            "description": "Of what is in all of an environment, the clusters that the environment came to when it was judged last; `cluster` is left out then.",
            "items": {
              "$ref": "#/components/schemas/RequestCluster"
            }
          },
          "requestedBy": {
            "type": "string",
            "description": "Entity reference."
          },
          "requestedAt": {
            "type": "string",
            "format": "date-time"
          },
          "updatedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When anything that people see of it changed last."
          },
          "reason": {
            "type": "string"
          },
          "ticket": {
            "type": "string"
          },
          "verdict": {
            "$ref": "#/components/schemas/VerdictOutcome"
          },
          "monthlyCost": {
            "type": "object",
            "description": "Left out where nothing of it is known.",
            "required": [
              "currency",
              "before",
              "after",
              "isAtLeast"
            ],
            "properties": {
              "currency": {
                "type": "string"
              },
              "before": {
                "$ref": "#/components/schemas/CostRange"
              },
              "after": {
                "$ref": "#/components/schemas/CostRange"
              },
              "isAtLeast": {
                "type": "boolean",
                "description": "There is more whose price is not known."
              }
            }
          },
          "expiresOn": {
            "type": "string",
            "description": "Day on which the thing is to end, once this is done."
          },
          "links": {
            "$ref": "#/components/schemas/RequestLinks"
          },
          "rights": {
            "$ref": "#/components/schemas/RequestRights"
          }
        }
      },
      "FleetRequest": {
        "allOf": [
          {
            "$ref": "#/components/schemas/FleetRequestSummary"
          },
          {
            "type": "object",
            "required": [
              "spec",
              "specHash",
              "preflight",
              "approval",
              "decisions",
              "comments",
              "steps",
              "events"
            ],
            "properties": {
              "spec": {
                "description": "What is wanted now: as it was asked for, or as it was last amended. Of a deletion, what goes.",
                "allOf": [
                  {
                    "$ref": "#/components/schemas/RequestSpec"
                  }
                ]
              },
              "asked": {
                "description": "What was asked for, where somebody amended it since.",
                "allOf": [
                  {
                    "$ref": "#/components/schemas/RequestSpec"
                  }
                ]
              },
              "before": {
                "description": "What Git said when it was asked for; left out for what was not there.",
                "allOf": [
                  {
                    "$ref": "#/components/schemas/RequestSpec"
                  }
                ]
              },
              "specHash": {
                "type": "string",
                "description": "Of all that is decided about."
              },
              "preflight": {
                "description": "By what it was let through, at the time that it was last looked at.",
                "allOf": [
                  {
                    "$ref": "#/components/schemas/RequestVerdict"
                  }
                ]
              },
              "cost": {
                "$ref": "#/components/schemas/CostEstimate"
              },
              "approval": {
                "$ref": "#/components/schemas/RequestApproval"
              },
              "decisions": {
                "type": "array",
                "description": "The oldest first.",
                "items": {
                  "$ref": "#/components/schemas/RequestDecision"
                }
              },
              "comments": {
                "type": "array",
                "description": "The oldest first.",
                "items": {
                  "$ref": "#/components/schemas/RequestComment"
                }
              },
              "steps": {
                "type": "array",
                "description": "In order.",
                "items": {
                  "$ref": "#/components/schemas/RequestStep"
                }
              },
              "events": {
                "type": "array",
                "description": "The oldest first.",
                "items": {
                  "$ref": "#/components/schemas/RequestEvent"
                }
              }
            }
          }
        ]
      },
      "FleetRequestList": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "pageInfo",
          "counts"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FleetRequestSummary"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          },
          "counts": {
            "type": "object",
            "description": "Of all that the caller may read, whatever the filter takes.",
            "required": [
              "active",
              "mine",
              "waitingForMe"
            ],
            "properties": {
              "active": {
                "type": "integer",
                "description": "Under way."
              },
              "mine": {
                "type": "integer",
                "description": "Under way, and the caller's or of a group of the caller."
              },
              "waitingForMe": {
                "type": "integer",
                "description": "That the caller may decide now."
              }
            }
          }
        }
      },
      "RequestBase": {
        "type": "object",
        "description": "What a form was opened on, from `/requests/current`.",
        "additionalProperties": false,
        "required": [
          "specHash"
        ],
        "properties": {
          "specHash": {
            "type": "string",
            "maxLength": 64
          },
          "commit": {
            "type": "string",
            "maxLength": 64
          }
        }
      },
      "RequestAsk": {
        "type": "object",
        "description": "`create` needs `spec`; `change` needs `spec`, or `thing` and `patch`; `extend` needs `thing` and `expiresOn`; `delete` needs `thing`; `adopt` of a cluster needs `thing` and `patch`, which has the `environment` and what else EKS does not know: `expiresOn`, `gitopsAddons`. `adopt` of anything else needs `spec`.",
        "additionalProperties": false,
        "required": [
          "kind",
          "operation",
          "owner"
        ],
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/RequestKind"
          },
          "operation": {
            "$ref": "#/components/schemas/RequestOperation"
          },
          "owner": {
            "type": "string",
            "description": "Entity reference of the group that it is for.",
            "maxLength": 300
          },
          "thing": {
            "type": "string",
            "description": "Key of what is there.",
            "maxLength": 400
          },
          "spec": {
            "$ref": "#/components/schemas/RequestSpec"
          },
          "patch": {
            "description": "What of it is to be otherwise, as a JSON merge patch (RFC 7396) of what Git says.",
            "allOf": [
              {
                "$ref": "#/components/schemas/RequestSpec"
              }
            ]
          },
          "expiresOn": {
            "type": "string",
            "description": "Day, in UTC.",
            "maxLength": 10
          },
          "base": {
            "$ref": "#/components/schemas/RequestBase"
          },
          "request": {
            "type": "string",
            "description": "Id of the request that is amended by this; its own reservations then do not count against it.",
            "pattern": "^[0-9a-f-]{36}$"
          }
        }
      },
      "RequestSubmission": {
        "type": "object",
        "description": "As `RequestAsk`, with why.",
        "additionalProperties": false,
        "required": [
          "kind",
          "operation",
          "owner",
          "reason"
        ],
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/RequestKind"
          },
          "operation": {
            "$ref": "#/components/schemas/RequestOperation"
          },
          "owner": {
            "type": "string",
            "description": "Entity reference of the group that it is for.",
            "maxLength": 300
          },
          "thing": {
            "type": "string",
            "description": "Key of what is there.",
            "maxLength": 400
          },
          "spec": {
            "$ref": "#/components/schemas/RequestSpec"
          },
          "patch": {
            "description": "What of it is to be otherwise, as a JSON merge patch (RFC 7396) of what Git says.",
            "allOf": [
              {
                "$ref": "#/components/schemas/RequestSpec"
              }
            ]
          },
          "expiresOn": {
            "type": "string",
            "description": "Day, in UTC.",
            "maxLength": 10
          },
          "base": {
            "$ref": "#/components/schemas/RequestBase"
          },
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "ticket": {
            "type": "string",
            "maxLength": 200
          },
          "task": {
            "type": "string",
            "description": "Id of the scaffolder task that asks.",
            "maxLength": 100
          },
          "idempotencyKey": {
            "type": "string",
            "description": "The same key of the same user is the same request, however often it is sent.",
            "minLength": 1,
            "maxLength": 200
          }
        }
      },
      "RequestDecisionAsk": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "verdict",
          "specHash"
        ],
        "properties": {
          "verdict": {
            "type": "string",
            "enum": [
              "approve",
              "reject",
              "amend"
            ]
          },
          "specHash": {
            "type": "string",
            "description": "Of what was looked at.",
            "maxLength": 64
          },
          "comment": {
            "type": "string",
            "maxLength": 2000
          },
          "spec": {
            "description": "For `amend`, all of it as it is to be.",
            "allOf": [
              {
                "$ref": "#/components/schemas/RequestSpec"
              }
            ]
          }
        }
      },
      "RequestCommentAsk": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "text"
        ],
        "properties": {
          "text": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          }
        }
      },
      "RequestCancelAsk": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "comment": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "RequestPreflight": {
        "type": "object",
        "required": [
          "problems"
        ],
        "properties": {
          "problems": {
            "type": "array",
            "description": "Fields that are wrong; the rest is left out where there are any.",
            "items": {
              "$ref": "#/components/schemas/RequestProblem"
            }
          },
          "thing": {
            "$ref": "#/components/schemas/RequestThing"
          },
          "spec": {
            "description": "All of it, with what fields count as that were left out.",
            "allOf": [
              {
                "$ref": "#/components/schemas/RequestSpec"
              }
            ]
          },
          "before": {
            "$ref": "#/components/schemas/RequestSpec"
          },
          "verdict": {
            "$ref": "#/components/schemas/RequestVerdict"
          },
          "approval": {
            "$ref": "#/components/schemas/RequestApproval"
          },
          "cost": {
            "$ref": "#/components/schemas/CostEstimate"
          },
          "quota": {
            "$ref": "#/components/schemas/RequestQuota"
          },
          "activeRequest": {
            "type": "string",
            "description": "Id of another request for the thing that is under way, where the caller may read it."
          }
        }
      },
      "RequestFile": {
        "type": "object",
        "required": [
          "path",
          "change"
        ],
        "properties": {
          "path": {
            "type": "string"
          },
          "change": {
            "type": "string",
            "enum": [
              "create",
              "change",
              "remove"
            ]
          },
          "before": {
            "type": "string",
            "description": "Its text; left out where it is not there."
          },
          "after": {
            "type": "string",
            "description": "Its text; left out where it goes."
          }
        }
      },
      "RequestDiff": {
        "type": "object",
        "required": [
          "files",
          "diff",
          "notes"
        ],
        "properties": {
          "files": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RequestFile"
            }
          },
          "diff": {
            "type": "string",
            "description": "Unified; empty where the repository could not be read, which `notes` then say."
          },
          "notes": {
            "type": "array",
            "description": "What else is to be known of it, in sentences.",
            "items": {
              "type": "string"
            }
          },
          "repository": {
            "type": "string",
            "description": "Address of its page."
          },
          "commit": {
            "type": "string",
            "description": "That it was held against."
          },
          "isMerged": {
            "type": "boolean"
          }
        }
      },
      "RequestPreview": {
        "allOf": [
          {
            "$ref": "#/components/schemas/RequestDiff"
          },
          {
            "type": "object",
            "required": [
              "problems"
            ],
            "properties": {
              "problems": {
                "type": "array",
                "description": "Fields that are wrong; there are no files where there are any.",
                "items": {
                  "$ref": "#/components/schemas/RequestProblem"
                }
              },
              "specHash": {
                "type": "string"
              }
            }
          }
        ]
      },
      "PlacementAsk": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "owner",
          "spec"
        ],
        "properties": {
          "owner": {
            "type": "string",
            "maxLength": 300
          },
          "spec": {
            "description": "As much of a `NamespaceSpec` as is known.",
            "allOf": [
              {
                "$ref": "#/components/schemas/RequestSpec"
              }
            ]
          }
        }
      },
      "PlacementReason": {
        "type": "object",
        "required": [
          "code",
          "weight",
          "message"
        ],
        "properties": {
          "code": {
            "type": "string"
          },
          "weight": {
            "type": "string",
            "description": "For it or against it; `deny` where it does not fit for this; `unknown` where nobody could tell.",
            "enum": [
              "for",
              "against",
              "unknown",
              "deny"
            ]
          },
          "message": {
            "type": "string"
          }
        }
      },
      "Placement": {
        "type": "object",
        "description": "A cluster that a namespace could be placed on, or cannot.",
        "required": [
          "clusterKey",
          "cluster",
          "reasons"
        ],
        "properties": {
          "clusterKey": {
            "type": "string",
            "description": "`cluster/<account>/<region>/<name>`."
          },
          "cluster": {
            "$ref": "#/components/schemas/RequestCluster"
          },
          "rank": {
            "type": "integer",
            "description": "From 1; the best first. Left out where it does not fit."
          },
          "reasons": {
            "type": "array",
            "description": "What speaks for it and against it; a `deny` where it does not fit.",
            "items": {
              "$ref": "#/components/schemas/PlacementReason"
            }
          }
        }
      },
      "PlacementList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "description": "The most fitting first; those that do not fit last.",
            "items": {
              "$ref": "#/components/schemas/Placement"
            }
          }
        }
      },
      "RequestOptions": {
        "type": "object",
        "required": [
          "owners",
          "environments",
          "accounts",
          "regions",
          "versions",
          "instanceTypes",
          "addons",
          "cidrPools",
          "namespaces",
          "ticket",
          "kinds",
          "warnDays"
        ],
        "properties": {
          "kinds": {
            "type": "array",
            "description": "What can be asked for in this installation.",
            "items": {
              "$ref": "#/components/schemas/RequestKind"
            }
          },
          "halted": {
            "type": "string",
            "description": "Why nothing may be written to Git now, in a sentence; requests are taken nevertheless."
          },
          "ticket": {
            "type": "string",
            "enum": [
              "optional",
              "required"
            ]
          },
          "owners": {
            "type": "array",
            "description": "Groups that the caller may ask for. Entity references.",
            "items": {
              "type": "string"
            }
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "accounts": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                }
              }
            }
          },
          "regions": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "versions": {
            "type": "array",
            "description": "Kubernetes versions that new clusters may have, the newest first.",
            "items": {
              "type": "object",
              "required": [
                "version",
                "state"
              ],
              "properties": {
                "version": {
                  "type": "string"
                },
                "state": {
                  "$ref": "#/components/schemas/SupportState"
                },
                "endOfStandardSupport": {
                  "type": "string",
                  "format": "date-time"
                },
                "isDefault": {
                  "type": "boolean"
                }
              }
            }
          },
          "instanceTypes": {
            "type": "array",
            "description": "What node groups may have, as far as it is known.",
            "items": {
              "type": "object",
              "required": [
                "name"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "vcpu": {
                  "type": "number"
                },
                "memoryGib": {
                  "type": "number"
                },
                "architecture": {
                  "type": "string",
                  "enum": [
                    "amd64",
                    "arm64"
                  ]
                },
                "monthlyCost": {
                  "type": "number",
                  "description": "On demand; left out where its price is not known."
                }
              }
            }
          },
          "instanceFamilies": {
            "type": "array",
            "description": "What instance types begin with before the dot; any where left out.",
            "items": {
              "type": "string"
            }
          },
          "addons": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "versions"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "versions": {
                  "type": "array",
                  "description": "The newest first.",
                  "items": {
                    "type": "object",
                    "required": [
                      "version",
                      "kubernetesVersions"
                    ],
                    "properties": {
                      "version": {
                        "type": "string"
                      },
                      "kubernetesVersions": {
                        "type": "array",
                        "items": {
                          "type": "string"
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "gitopsAddons": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "requiredTags": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "roles": {
            "type": "array",
            "description": "What ARNs of roles must fit, with `*` for any part of a name; filled in for the owner.",
            "items": {
              "type": "string"
            }
          },
          "cidrPools": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "cidr",
                "prefix",
                "free"
              ],
              "properties": {
                "cidr": {
                  "type": "string"
                },
                "prefix": {
                  "type": "integer"
                },
                "accounts": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "regions": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "next": {
                  "type": "string",
                  "description": "The first that is free; left out where there is none."
                },
                "free": {
                  "type": "integer"
                },
                "problem": {
                  "type": "string",
                  "description": "Why it cannot be told what is free, in a sentence."
                }
              }
            }
          },
          "namespaces": {
            "type": "object",
            "required": [
              "reservedNames",
              "sizes"
            ],
            "properties": {
              "reservedNames": {
                "type": "array",
                "description": "`*` stands for any part.",
                "items": {
                  "type": "string"
                }
              },
              "sizes": {
                "type": "array",
                "items": {
                  "type": "object",
                  "description": "Quantities as Kubernetes writes them.",
                  "required": [
                    "name",
                    "cpu",
                    "memory"
                  ],
                  "properties": {
                    "name": {
                      "type": "string"
                    },
                    "cpu": {
                      "type": "string"
                    },
                    "memory": {
                      "type": "string"
                    },
                    "storage": {
                      "type": "string"
                    }
                  }
                }
              },
              "podSecurity": {
                "type": "object",
                "description": "The least strict level, by environment; `default` for any other.",
                "additionalProperties": {
                  "type": "string"
                }
              },
              "maxTtlDays": {
                "type": "object",
                "description": "By environment; `default` for any other.",
                "additionalProperties": {
                  "type": "integer"
                }
              }
            }
          },
          "applications": {
            "type": "object",
            "description": "Of applications; left out without an owner.",
            "required": [
              "places"
            ],
            "properties": {
              "repositories": {
                "type": "array",
                "description": "Patterns of the repositories that they may come from, with `{owner}`, `{environment}` and `*`; all where left out.",
                "items": {
                  "type": "string"
                }
              },
              "charts": {
                "type": "array",
                "description": "The same of charts, as `<repository>/<chart>`.",
                "items": {
                  "type": "string"
                }
              },
              "places": {
                "type": "array",
                "description": "Where applications of the owner can be.",
                "items": {
                  "type": "object",
                  "required": [
                    "environment",
                    "namespace",
                    "clusters"
                  ],
                  "properties": {
                    "environment": {
                      "type": "string"
                    },
                    "namespace": {
                      "type": "string"
                    },
                    "clusters": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/RequestCluster"
                      }
                    },
                    "sourceRepos": {
                      "type": "array",
                      "description": "What the projects of all these namespaces let applications come from.",
                      "items": {
                        "type": "string"
                      }
                    }
                  }
                }
              }
            }
          },
          "costCeiling": {
            "type": "number",
            "description": "US dollars a month that no cluster may cost, at most."
          },
          "warnDays": {
            "type": "array",
            "description": "How many days before its end people are told of it, the earliest first.",
            "items": {
              "type": "integer"
            }
          },
          "quota": {
            "$ref": "#/components/schemas/RequestQuota"
          }
        }
      },
      "RequestCurrent": {
        "type": "object",
        "required": [
          "thing",
          "owner",
          "spec",
          "specHash",
          "commit",
          "path",
          "repository"
        ],
        "properties": {
          "thing": {
            "$ref": "#/components/schemas/RequestThing"
          },
          "owner": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "cluster": {
            "$ref": "#/components/schemas/RequestCluster"
          },
          "spec": {
            "$ref": "#/components/schemas/RequestSpec"
          },
          "specHash": {
            "type": "string",
            "description": "What `base` of a change has."
          },
          "commit": {
            "type": "string"
          },
          "path": {
            "type": "string"
          },
          "repository": {
            "type": "string",
            "description": "Address of its page."
          },
          "operations": {
            "type": "array",
            "description": "What the caller may ask for.",
            "items": {
              "$ref": "#/components/schemas/RequestOperation"
            }
          },
          "activeRequest": {
            "type": "string",
            "description": "Id of a request for the thing that is under way, where the caller may read it."
          },
          "isBusy": {
            "type": "boolean",
            "description": "A request for the thing is under way, whether the caller may read it or not."
          }
        }
      },
      "ProvisionedThing": {
        "description": "What requests have brought into being.",
        "allOf": [
          {
            "$ref": "#/components/schemas/ProvisionedNamespace"
          }
        ]
      },
      "ProvisionedThingList": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "pageInfo"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ProvisionedThing"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          }
        }
      },
      "ProvisionedNamespace": {
        "type": "object",
        "required": [
          "thing",
          "name",
          "owner",
          "team",
          "environment",
          "cluster",
          "lifecycle",
          "state"
        ],
        "properties": {
          "thing": {
            "$ref": "#/components/schemas/RequestThing"
          },
          "name": {
            "type": "string"
          },
          "owner": {
            "type": "string",
            "description": "Entity reference."
          },
          "team": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "cluster": {
            "$ref": "#/components/schemas/RequestCluster"
          },
          "lifecycle": {
            "type": "string",
            "enum": [
              "active",
              "deleting"
            ]
          },
          "state": {
            "type": "string",
            "description": "`present` as it was last seen on the cluster, `absent`, or `unknown`, which `stateMessage` explains.",
            "enum": [
              "present",
              "absent",
              "unknown"
            ]
          },
          "stateMessage": {
            "type": "string"
          },
          "observedAt": {
            "type": "string",
            "format": "date-time"
          },
          "spec": {
            "description": "As Git had it when it was last looked at.",
            "allOf": [
              {
                "$ref": "#/components/schemas/RequestSpec"
              }
            ]
          },
          "expiresOn": {
            "type": "string"
          },
          "request": {
            "type": "string",
            "description": "Id of the request that brought it, where the caller may read it."
          },
          "activeRequest": {
            "type": "string",
            "description": "Id of a request for it that is under way, where the caller may read it."
          },
          "isBusy": {
            "type": "boolean"
          },
          "entityRef": {
            "type": "string"
          },
          "path": {
            "type": "string"
          },
          "repository": {
            "type": "string"
          },
          "application": {
            "type": "string",
            "description": "Name of the Application of Argo CD."
          }
        }
      },
      "ProvisionedNamespaceList": {
        "type": "object",
        "required": [
          "items",
          "totalItems",
          "pageInfo"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ProvisionedNamespace"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "pageInfo": {
            "$ref": "#/components/schemas/PageInfo"
          }
        }
      }
    }
  }
} as const;
