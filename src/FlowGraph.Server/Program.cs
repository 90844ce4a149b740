using FlowGraph.Server;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.Http;

var options = new FlowGraphOptions();
var application = Application.Shipped();
var store = application.Load(options.Dataset, CancellationToken.None);
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls(options.Urls);
var app = builder.Build();
new GraphQLEndpoints(application, new(store), options, app.Services.GetRequiredService<ILogger<GraphQLEndpoints>>()).Map(app);
app.Run();
