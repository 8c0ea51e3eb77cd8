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
            "description": "`account`, `region`, `version`, `support`, `status`, `owner`, `system`, `environment`, `origin`, `provider`, `observation`, or `label.<key>`; `label` gives the keys of all labels but the environment's, which is a facet of its own.",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "pattern": "^(account|region|version|support|status|owner|system|environment|origin|provider|observation|label|label\\..{1,317})$"
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
    "/control-planes/{provider}/{account}/{region}": {
      "put": {
        "operationId": "putControlPlanes",
        "summary": "Takes what `DescribeCluster` said of clusters of one target. Only the catalog's discovery may call this.",
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
          "kubernetesAddons"
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
            "description": "Without the certificate authority."
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
          "subject": {
            "$ref": "#/components/schemas/FindingSubject"
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
      }
    }
  }
} as const;
