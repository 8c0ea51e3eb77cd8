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
            "name": "account",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "pattern": "^\\d{12}$"
            }
          },
          {
            "name": "region",
            "in": "path",
            "required": true,
            "description": "A Region, `all` where the account's Regions could not be listed, or `organization` for AWS Organizations itself.",
            "schema": {
              "type": "string",
              "pattern": "^[a-z0-9-]{1,40}$"
            }
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
      }
    }
  }
} as const;
