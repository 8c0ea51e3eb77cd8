#!/usr/bin/env python3
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
"""Holds each answer of a running simulator against botocore's service models.

    yarn simulator --fleet demo --limits off &    # then export what it prints
    python3 packages/simulator/botocore/validate.py

botocore itself forgives members that it does not know and never checks that
required ones are there. This reads the raw HTTP body again and compares it
with the shape of the operation's output, all the way down.
"""
import json
import sys

import botocore
import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError

from cluster_parts import validate_cluster_parts, validate_refusals
from findings import validate_security_hub
from shapes import body_problems, json_problems
from upgrades import validate_alarms, validate_upgrades, validate_zonal_shifts

READER = "arn:aws:iam::{}:role/eks-fleet-reader"
ACCOUNT = "222233334444"
REGION = "eu-west-1"
PARTS = ("111122223333", "222233334444", "333344445555", "444455556666", "666677778888")
# Forbidden by an organization policy, and throttled without end.
CLOSED = {("111122223333", "ap-southeast-2"), ("444455556666", "ap-southeast-2")}


class Report:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, name, problems):
        if problems:
            self.failed += 1
            print(f"FAIL {name}")
            for problem in problems:
                print(f"     {problem}")
        else:
            self.passed += 1
            print(f"ok   {name}")


class Recorder:
    """Keeps the last raw answer of a client."""

    def __init__(self, client):
        self.body = None
        client.meta.events.register("before-parse.*", self._parse)

    def _parse(self, response_dict, **_):
        self.body = response_dict["body"]


def snake(operation):
    return botocore.xform_name(operation)


class Calls:
    """Calls operations and judges what comes back."""

    def __init__(self, report):
        self.report = report
        self.session = botocore.session.get_session()

    def client(self, service, region=REGION, keys=None):
        extra = {}
        if keys:
            extra = {
                "aws_access_key_id": keys["AccessKeyId"],
                "aws_secret_access_key": keys["SecretAccessKey"],
                "aws_session_token": keys["SessionToken"],
            }
        config = Config(retries={"total_max_attempts": 4, "mode": "standard"})
        return self.session.create_client(
            service, region_name=region, config=config, **extra
        )

    def expect(self, client, operation, note="", ahead_of_model=(), **arguments):
        """The operation succeeds and its raw body is what the model says.

        `ahead_of_model` are values that the simulator has on purpose and this
        botocore does not know: that they are found is part of the check.
        """
        label = f"{client.meta.service_model.service_name} {operation} {note}"
        recorder = Recorder(client)
        try:
            result = getattr(client, snake(operation))(**arguments)
        except ClientError as error:
            self.report.check(label, [str(error)])
            return None
        problems = body_problems(client, operation, recorder)
        for value in ahead_of_model:
            ahead = [problem for problem in problems if f"{value!r} is none of" in problem]
            problems = [problem for problem in problems if problem not in ahead]
            if not ahead:
                problems.append(f"{value} was to be ahead of the model")
        if not result["ResponseMetadata"].get("RequestId"):
            problems.append("no request id")
        self.report.check(label, problems)
        return result

    def refuse(self, client, operation, code, status, **arguments):
        """The operation fails with this error, which the model knows."""
        label = f"{client.meta.service_model.service_name} {operation} refused: {code}"
        recorder = Recorder(client)
        try:
            getattr(client, snake(operation))(**arguments)
        except ClientError as error:
            answer = error.response
            got = (answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"])
            problems = [] if got == (code, status) else [f"got {got}"]
            model = client.meta.service_model
            protocol = model.resolved_protocol
            known = {shape.error_code: shape for shape in model.error_shapes}
            if protocol in ("json", "rest-json") and code in known:
                body = json.loads(recorder.body)
                body.pop("__type", None)
                problems += json_problems(body, known[code], code)
            if not answer["Error"].get("Message"):
                problems.append("no message")
            self.report.check(label, problems)
            return
        self.report.check(label, ["it succeeded"])


def validate_sts(calls):
    sts = calls.client("sts")
    calls.expect(sts, "GetCallerIdentity")
    arguments = {"RoleArn": READER.format(ACCOUNT), "RoleSessionName": "botocore"}
    assumed = calls.expect(sts, "AssumeRole", DurationSeconds=900, **arguments)
    calls.expect(sts, "AssumeRole", "with a source identity", SourceIdentity="jane", **arguments)
    arguments["RoleArn"] = READER.format("555566667777")
    calls.refuse(sts, "AssumeRole", "AccessDenied", 403, **arguments)
    arguments["RoleArn"] = "arn:aws:iam::1:role/short-account"
    calls.refuse(sts, "AssumeRole", "ValidationError", 400, **arguments)
    return assumed["Credentials"]


def validate_organizations(calls):
    organizations = calls.client("organizations", "us-east-1")
    calls.expect(organizations, "DescribeOrganization")
    calls.expect(organizations, "ListRoots")
    calls.expect(organizations, "ListAccounts")
    page = calls.expect(organizations, "ListAccounts", "page 1", MaxResults=3)
    calls.expect(organizations, "ListAccounts", "page 2", NextToken=page["NextToken"])
    parent = {"ParentId": "ou-acme-prod00001"}
    calls.expect(organizations, "ListAccountsForParent", **parent)
    calls.expect(organizations, "ListOrganizationalUnitsForParent", ParentId="r-acme")
    calls.expect(organizations, "ListOrganizationalUnitsForParent", "empty", **parent)
    unknown = {"ParentId": "ou-acme-nowhere01"}
    calls.refuse(organizations, "ListAccountsForParent", "ParentNotFoundException", 400, **unknown)
    calls.refuse(organizations, "ListAccounts", "InvalidInputException", 400, NextToken="made-up")
    elsewhere = calls.client("organizations", "us-west-2")
    # The client signs for the home Region by itself unless an endpoint is set.
    calls.refuse(elsewhere, "ListAccounts", "InvalidSignatureException", 400)


def validate_regions(calls, keys):
    account = calls.client("account", keys=keys)
    page = calls.expect(account, "ListRegions", MaxResults=10)
    calls.expect(account, "ListRegions", "page 2", NextToken=page["NextToken"])
    enabled = ["ENABLED", "ENABLED_BY_DEFAULT"]
    calls.expect(account, "ListRegions", "enabled", RegionOptStatusContains=enabled)
    calls.refuse(account, "ListRegions", "ValidationException", 400, NextToken="made-up")
    ec2 = calls.client("ec2", keys=keys)
    calls.expect(ec2, "DescribeRegions")
    calls.expect(ec2, "DescribeRegions", "all", AllRegions=True)
    calls.refuse(ec2, "DescribeRegions", "InvalidParameterValue", 400, RegionNames=["mars-1"])


def validate_eks(calls, keys):
    for region in ("eu-west-1", "eu-central-1", "us-east-1", "ap-southeast-2"):
        eks = calls.client("eks", region, keys)
        listed = calls.expect(eks, "ListClusters", region)
        for name in listed["clusters"]:
            calls.expect(eks, "DescribeCluster", name, name=name)
    eks = calls.client("eks", keys=keys)
    page = calls.expect(eks, "ListClusters", "page 1", maxResults=2)
    calls.expect(eks, "ListClusters", "page 2", nextToken=page["nextToken"])
    calls.expect(eks, "DescribeClusterVersions")
    calls.expect(eks, "DescribeClusterVersions", "all", includeAll=True)
    calls.expect(eks, "DescribeClusterVersions", "none", clusterType="other")
    calls.expect(eks, "DescribeAddonVersions")
    calls.expect(eks, "DescribeAddonVersions", "1.34", kubernetesVersion="1.34")
    calls.expect(eks, "DescribeAddonVersions", "none", addonName="made-up")
    page = calls.expect(eks, "DescribeAddonVersions", "page 1", maxResults=5)
    calls.expect(eks, "DescribeAddonVersions", "page 2", nextToken=page["nextToken"])
    wrong = {"kubernetesVersion": "latest"}
    calls.refuse(eks, "DescribeAddonVersions", "InvalidParameterException", 400, **wrong)
    arn = f"arn:aws:eks:{REGION}:{ACCOUNT}:cluster/checkout-dev"
    calls.refuse(eks, "ListTagsForResource", "AccessDeniedException", 403, resourceArn=arn)
    calls.refuse(eks, "TagResource", "AccessDeniedException", 403, resourceArn=arn, tags={"a": "b"})
    calls.refuse(eks, "DescribeCluster", "ResourceNotFoundException", 404, name="gone")
    calls.refuse(eks, "ListClusters", "InvalidParameterException", 400, nextToken="made-up")
    calls.refuse(
        calls.client("eks", "af-south-1", keys), "ListClusters", "UnrecognizedClientException", 403
    )


def validate_tagging(calls):
    sts = calls.client("sts")
    role = f"arn:aws:iam::{ACCOUNT}:role/eks-fleet-executor"
    keys = sts.assume_role(RoleArn=role, RoleSessionName="botocore")["Credentials"]
    eks = calls.client("eks", keys=keys)
    arn = f"arn:aws:eks:{REGION}:{ACCOUNT}:cluster/{eks.list_clusters()['clusters'][0]}"
    calls.expect(eks, "TagResource", resourceArn=arn, tags={"botocore": "<ä & ö>"})
    calls.expect(eks, "ListTagsForResource", "after tagging", resourceArn=arn)
    calls.refuse(eks, "ListTagsForResource", "NotFoundException", 404, resourceArn=f"{arn}-x")
    calls.expect(eks, "UntagResource", resourceArn=arn, tagKeys=["botocore"])
    too_long = {"a": "x" * 257}
    calls.refuse(eks, "TagResource", "BadRequestException", 400, resourceArn=arn, tags=too_long)


def validate_sandbox(calls):
    """A Region that an organization policy denies, and a cluster without an endpoint."""
    sts = calls.client("sts")
    role = READER.format("111122223333")
    keys = sts.assume_role(RoleArn=role, RoleSessionName="botocore")["Credentials"]
    denied = calls.client("eks", "ap-southeast-2", keys)
    calls.refuse(denied, "ListClusters", "AccessDeniedException", 403)
    virginia = calls.client("eks", "us-east-1", keys)
    for name in virginia.list_clusters()["clusters"]:
        calls.expect(virginia, "DescribeCluster", name, name=name)


def validate_parts(calls):
    """Everything that each cluster of the demo fleet is made of."""
    sts = calls.client("sts")
    for account in PARTS:
        role = READER.format(account)
        keys = sts.assume_role(RoleArn=role, RoleSessionName="botocore")["Credentials"]
        for region in ("eu-west-1", "eu-central-1", "us-east-1", "ap-southeast-2"):
            if (account, region) in CLOSED:
                continue
            eks = calls.client("eks", region, keys)
            ec2 = calls.client("ec2", region, keys)
            calls.expect(ec2, "DescribeSubnets", f"{account} {region}")
            for name in eks.list_clusters()["clusters"]:
                validate_cluster_parts(calls, eks, ec2, name)
    role = f"arn:aws:iam::{ACCOUNT}:role/eks-fleet-executor"
    keys = sts.assume_role(RoleArn=role, RoleSessionName="botocore")["Credentials"]
    eks = calls.client("eks", keys=keys)
    calls.expect(eks, "StartInsightsRefresh", clusterName="checkout-dev")
    calls.expect(eks, "DescribeInsightsRefresh", clusterName="checkout-dev")


def check_the_checks(report):
    """Wrong bodies are found wrong, or nothing below means anything."""
    model = botocore.session.get_session().get_service_model("eks")
    shape = model.operation_model("DescribeCluster").output_shape
    for wrong in (
        {"cluster": {"nickname": "unknown member"}},
        {"cluster": {"createdAt": "2026-11-23T09:00:00Z"}},
        {"cluster": {"status": "BROKEN"}},
        {"cluster": {"tags": {"number": 42}}},
        {"cluster": {"outpostConfig": {}}},
    ):
        found = json_problems(wrong, shape, "DescribeCluster")
        report.check(f"finds fault with {wrong}", [] if found else ["it did not"])


def main():
    report = Report()
    check_the_checks(report)
    calls = Calls(report)
    print(f"botocore {botocore.__version__}")
    keys = validate_sts(calls)
    validate_organizations(calls)
    validate_regions(calls, keys)
    validate_eks(calls, keys)
    validate_refusals(calls, calls.client("eks", keys=keys), calls.client("ec2", keys=keys))
    validate_parts(calls)
    validate_tagging(calls)
    validate_sandbox(calls)
    validate_alarms(calls)
    validate_zonal_shifts(calls)
    validate_security_hub(calls)
    # Last: these put the simulator's clock ahead.
    validate_upgrades(calls)
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
