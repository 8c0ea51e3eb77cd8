#
# Copyright 2026 The EKS Fleet Authors
#
# Licensed under the Apache License, Version 2.0 (the "License");
# you may not use this file except in compliance with the License.
# You may obtain a copy of the License at
#
#     http://www.apache.org/licenses/LICENSE-2.0
#
# Unless required by applicable law or agreed to in writing, software
# distributed under the License is distributed on an "AS IS" BASIS,
# WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
# See the License for the specific language governing permissions and
# limitations under the License.
"""Holds what clusters are made of against botocore's service models."""

# Names of list operations, of their answers' members, and of what describes an item.
PARTS = (
    ("ListNodegroups", "nodegroups", "DescribeNodegroup", "nodegroupName"),
    ("ListFargateProfiles", "fargateProfileNames", "DescribeFargateProfile", "fargateProfileName"),
    ("ListAddons", "addons", "DescribeAddon", "addonName"),
)
# A category that no model has; the cluster that has it is part of the story.
UNKNOWN_CATEGORY = {"payments-dev": ("FUTURE_CHECKS",)}
# The cluster names a subnet that EC2 has no longer.
WITHOUT_SUBNET = "search-apac-dev"


def validate_cluster_parts(calls, eks, ec2, name):
    cluster = {"clusterName": name}
    updated = [{}]
    for list_operation, member, describe_operation, parameter in PARTS:
        listed = calls.expect(eks, list_operation, name, **cluster)
        for item in listed[member]:
            calls.expect(eks, describe_operation, f"{name} {item}", **cluster, **{parameter: item})
            if parameter != "fargateProfileName":
                updated.append({parameter: item})
    for capability in calls.expect(eks, "ListCapabilities", name, **cluster)["capabilities"]:
        of = {"capabilityName": capability["capabilityName"]}
        calls.expect(eks, "DescribeCapability", f"{name} {of}", **cluster, **of)
        updated.append(of)
    for of in updated:
        for update in calls.expect(eks, "ListUpdates", f"{name} {of}", name=name, **of)["updateIds"]:
            calls.expect(eks, "DescribeUpdate", f"{name} {of}", name=name, updateId=update, **of)
    validate_insights(calls, eks, name)
    validate_access(calls, eks, name)
    subnets = eks.describe_cluster(name=name)["cluster"]["resourcesVpcConfig"]["subnetIds"]
    if name == WITHOUT_SUBNET:
        code = "InvalidSubnetID.NotFound"
        calls.refuse(ec2, "DescribeSubnets", code, 400, SubnetIds=subnets)
    else:
        calls.expect(ec2, "DescribeSubnets", name, SubnetIds=subnets)


def validate_insights(calls, eks, name):
    cluster = {"clusterName": name}
    ahead = UNKNOWN_CATEGORY.get(name, ())
    listed = calls.expect(eks, "ListInsights", name, ahead_of_model=ahead, **cluster)
    for insight in listed["insights"]:
        calls.expect(
            eks,
            "DescribeInsight",
            f"{name} {insight['name']}",
            ahead_of_model=ahead if insight["category"] in ahead else (),
            id=insight["id"],
            **cluster,
        )
    upgrade = {"categories": ["UPGRADE_READINESS"], "statuses": ["ERROR", "WARNING"]}
    calls.expect(eks, "ListInsights", f"{name} filtered", filter=upgrade, **cluster)


def validate_access(calls, eks, name):
    mode = eks.describe_cluster(name=name)["cluster"]["accessConfig"]["authenticationMode"]
    cluster = {"clusterName": name}
    if mode == "CONFIG_MAP":
        calls.refuse(eks, "ListAccessEntries", "InvalidRequestException", 400, **cluster)
        return
    for principal in calls.expect(eks, "ListAccessEntries", name, **cluster)["accessEntries"]:
        calls.expect(eks, "DescribeAccessEntry", name, principalArn=principal, **cluster)


def validate_refusals(calls, eks, ec2):
    """What is not there, and what the reader may not do."""
    cluster = {"clusterName": "checkout-dev"}
    missing = ("ResourceNotFoundException", 404)
    for list_operation, _, describe_operation, parameter in PARTS:
        calls.refuse(eks, list_operation, *missing, clusterName="gone")
        calls.refuse(eks, describe_operation, *missing, **cluster, **{parameter: "gone"})
        wrong = {"nextToken": "made-up"}
        calls.refuse(eks, list_operation, "InvalidParameterException", 400, **cluster, **wrong)
    calls.refuse(eks, "DescribeCapability", *missing, capabilityName="gone", **cluster)
    calls.refuse(eks, "DescribeInsight", *missing, id="gone", **cluster)
    calls.refuse(eks, "DescribeInsightsRefresh", *missing, **cluster)
    calls.refuse(eks, "DescribeUpdate", *missing, name="checkout-dev", updateId="gone")
    calls.refuse(eks, "ListUpdates", *missing, name="checkout-dev", nodegroupName="gone")
    calls.refuse(eks, "StartInsightsRefresh", "AccessDeniedException", 403, **cluster)
    gone = "arn:aws:iam::222233334444:role/gone"
    calls.refuse(eks, "DescribeAccessEntry", *missing, principalArn=gone, **cluster)
    unknown = ["subnet-0aaaaaaaaaaaaaaaa"]
    calls.refuse(ec2, "DescribeSubnets", "InvalidSubnetID.NotFound", 400, SubnetIds=unknown)
    calls.refuse(ec2, "DescribeSubnets", "InvalidNextToken", 400, NextToken="made-up")
    page = calls.expect(ec2, "DescribeSubnets", "page 1", MaxResults=5)
    calls.expect(ec2, "DescribeSubnets", "page 2", NextToken=page["NextToken"])
