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
"""Holds upgrades, alarms and zonal shifts against botocore's service models.

The control endpoints of the simulator put its clock ahead, so nothing waits.
"""
import json
import urllib.request

ACCOUNT = "222233334444"
REGION = "eu-west-1"
EXECUTOR = f"arn:aws:iam::{ACCOUNT}:role/eks-fleet-executor"
READER = "arn:aws:iam::{}:role/eks-fleet-reader"


class Control:
    def __init__(self, client):
        self.url = client.meta.endpoint_url

    def post(self, path, body):
        data = json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/_sim/{path}", data, method="POST")
        with urllib.request.urlopen(request) as response:
            return json.load(response)

    def minutes(self, minutes):
        self.post("clock", {"advanceSeconds": 60 * minutes})


def validate_upgrades(calls):
    keys = calls.client("sts").assume_role(RoleArn=EXECUTOR, RoleSessionName="botocore")["Credentials"]
    eks = calls.client("eks", keys=keys)
    control = Control(eks)
    name = upgradable(eks)
    _validate_config(calls, eks, control, name)
    _validate_cluster(calls, eks, control, name)
    _validate_addon(calls, eks, control, name)
    _validate_nodegroup(calls, eks, control, name)


def upgradable(eks):
    """A cluster that has room to go on, nodes, and nothing that stands against it."""
    for name in eks.list_clusters()["clusters"]:
        cluster = eks.describe_cluster(name=name)["cluster"]
        groups = eks.list_nodegroups(clusterName=name)["nodegroups"]
        addons = eks.list_addons(clusterName=name)["addons"]
        if cluster["status"] == "ACTIVE" and cluster["version"] == "1.35" and groups and "coredns" in addons:
            return name
    raise SystemExit("The demo fleet has no cluster to upgrade")


def _described(calls, eks, name, update, note, **of):
    calls.expect(eks, "DescribeUpdate", note, name=name, updateId=update, **of)
    return eks.describe_update(name=name, updateId=update, **of)["update"]["status"]


def _validate_config(calls, eks, control, name):
    enabled = {"enabled": True}
    calls.expect(eks, "UpdateClusterConfig", name, name=name, zonalShiftConfig=enabled)
    busy = ("ResourceInUseException", 409)
    calls.refuse(eks, "UpdateClusterConfig", *busy, name=name, deletionProtection=True)
    control.minutes(2)
    calls.refuse(eks, "UpdateClusterConfig", "InvalidParameterException", 400, name=name, zonalShiftConfig=enabled)


def _validate_cluster(calls, eks, control, name):
    target = {"name": name, "version": "1.36", "force": True}
    for wrong in ("1.37", "1.35"):
        calls.refuse(eks, "UpdateClusterVersion", "InvalidParameterException", 400, name=name, version=wrong)
    calls.refuse(eks, "UpdateClusterVersion", "ResourceNotFoundException", 404, name="gone", version="1.36")
    control.post("faults", {
        "match": {"operation": "UpdateClusterVersion", "cluster": name},
        "effect": "failUpdate",
        "times": 1,
        "error": {"code": "EniLimitReached", "resourceIds": ["eni-1"]},
    })
    for expected in ("Failed", "Successful"):
        update = calls.expect(eks, "UpdateClusterVersion", expected, **target)["update"]["id"]
        calls.refuse(eks, "UpdateClusterVersion", "ResourceInUseException", 409, **target)
        calls.refuse(eks, "CancelUpdate", "InvalidRequestException", 400, name=name, updateId=update)
        control.minutes(11)
        calls.report.check(f"the upgrade is {expected}", [] if _described(calls, eks, name, update, expected) == expected else ["it is not"])
        calls.expect(eks, "DescribeCluster", f"after {expected}", name=name)
    rollback = {"categories": ["ROLLBACK_READINESS"]}
    for insight in calls.expect(eks, "ListInsights", "to go back", clusterName=name, filter=rollback)["insights"]:
        calls.expect(eks, "DescribeInsight", insight["name"], clusterName=name, id=insight["id"])


def _validate_addon(calls, eks, control, name):
    part = {"addonName": "coredns"}
    present = eks.describe_addon(clusterName=name, **part)["addon"]["addonVersion"]
    wrong = ("InvalidParameterException", 400)
    calls.refuse(eks, "UpdateAddon", *wrong, clusterName=name, addonVersion="v0.0.1", **part)
    calls.refuse(eks, "UpdateAddon", "ResourceNotFoundException", 404, clusterName=name, addonName="gone")
    arguments = {"clusterName": name, "addonVersion": present, "resolveConflicts": "PRESERVE", **part}
    update = calls.expect(eks, "UpdateAddon", name, **arguments)["update"]["id"]
    calls.refuse(eks, "UpdateAddon", "ResourceInUseException", 409, **arguments)
    calls.expect(eks, "DescribeAddon", "while it is updated", clusterName=name, **part)
    control.minutes(3)
    _described(calls, eks, name, update, "of the add-on", **part)


def _validate_nodegroup(calls, eks, control, name):
    part = {"nodegroupName": eks.list_nodegroups(clusterName=name)["nodegroups"][0]}
    wrong = ("InvalidParameterException", 400)
    calls.refuse(eks, "UpdateNodegroupVersion", *wrong, clusterName=name, version="1.37", **part)
    gone = {"clusterName": name, "nodegroupName": "gone"}
    calls.refuse(eks, "UpdateNodegroupVersion", "ResourceNotFoundException", 404, **gone)
    target = {"clusterName": name, "version": "1.36", "force": True, **part}
    update = calls.expect(eks, "UpdateNodegroupVersion", name, **target)["update"]["id"]
    calls.refuse(eks, "UpdateNodegroupVersion", "ResourceInUseException", 409, **target)
    control.minutes(5)
    calls.expect(eks, "DescribeNodegroup", "while it rolls", clusterName=name, **part)
    control.minutes(120)
    _described(calls, eks, name, update, "of the node group", **part)


def validate_alarms(calls):
    role = READER.format("444455556666")
    keys = calls.client("sts").assume_role(RoleArn=role, RoleSessionName="botocore")["Credentials"]
    for region in ("eu-west-1", "us-east-1"):
        cloudwatch = calls.client("cloudwatch", region, keys)
        for alarm in calls.expect(cloudwatch, "DescribeAlarms", region)["MetricAlarms"]:
            calls.expect(cloudwatch, "ListTagsForResource", alarm["AlarmName"], ResourceARN=alarm["AlarmArn"])
    page = calls.expect(cloudwatch, "DescribeAlarms", "page 1", MaxRecords=1)
    calls.expect(cloudwatch, "DescribeAlarms", "page 2", MaxRecords=1, NextToken=page["NextToken"])
    calls.expect(cloudwatch, "DescribeAlarms", "that ring", StateValue="ALARM")
    calls.refuse(cloudwatch, "DescribeAlarms", "InvalidNextToken", 400, NextToken="made-up")


def validate_zonal_shifts(calls):
    role = READER.format("444455556666")
    keys = calls.client("sts").assume_role(RoleArn=role, RoleSessionName="botocore")["Credentials"]
    shifts = calls.client("arc-zonal-shift", keys=keys)
    arn = "arn:aws:eks:eu-west-1:444455556666:cluster/search-eu"
    control = Control(shifts)
    calls.expect(shifts, "ListZonalShifts", "none")
    for kind in ("ZONAL_SHIFT", "ZONAL_AUTOSHIFT"):
        control.post("zonal-shifts", {"arn": arn, "type": kind})
    calls.expect(shifts, "ListZonalShifts", "active", status="ACTIVE", resourceIdentifier=arn)
    calls.expect(shifts, "GetManagedResource", "shifted", resourceIdentifier=arn)
    control.post("zonal-shifts", {"arn": arn, "cancel": True})
    calls.expect(shifts, "ListZonalShifts", "canceled", status="CANCELED")
    missing = ("ResourceNotFoundException", 404)
    calls.refuse(shifts, "GetManagedResource", *missing, resourceIdentifier=f"{arn}-gone")
    calls.refuse(shifts, "ListZonalShifts", "ValidationException", 400, nextToken="made-up")
