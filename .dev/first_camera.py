# Reads `v4lxx list --json` and prints the name of the first real camera; prints nothing when there is none.
import json
import sys

cameras = [d["device"] for d in json.load(sys.stdin)["devices"] if d["camera"] and not d["simulated"]]
print(cameras[0] if cameras else "")
