-- Without a file wrk gets the address. With one it posts its lines, one a request, in turn; where a line begins with an entity tag and a tab, as a client that has that answer already. The requests are put together before the clock starts.
local requests = {}
local next = 0

function init(args)
  if not args[1] then
    requests[1] = wrk.format()
    return
  end
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  for line in io.lines(args[1]) do
    local tag, body = line:match('^("[^"]*")\t(.*)$')
    wrk.headers["If-None-Match"] = tag
    requests[#requests + 1] = wrk.format(nil, nil, nil, body or line)
  end
end

function request()
  next = next % #requests + 1
  return requests[next]
end

-- The last line, for the program that started wrk: requests, microseconds, faults, p50 and p99 in microseconds.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("result %d %d %d %d %d\n",
    summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
