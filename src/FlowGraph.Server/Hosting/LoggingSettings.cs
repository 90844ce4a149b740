using FlowGraph.Server.Commands;
using FlowGraph.Server.Configuration;
using Microsoft.Extensions.Logging.Console;

namespace FlowGraph.Server.Hosting;

/// <summary>Logs go to standard error, one line each, and only what somebody has to know; section Logging of the configuration changes that.</summary>
internal static class LoggingSettings
{
    /// <param name="hasStarted">Before that, the caller itself says why the server does not start.</param>
    public static void Apply(ILoggingBuilder logging, CommandSurroundings surroundings, Func<bool> hasStarted)
    {
        var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(surroundings.ProgramFolder, ConfigurationReader.FileName), optional: true, reloadOnChange: false)
            .AddInMemoryCollection(ConfigurationReader.LoggingOf(surroundings.Environment)).Build();
        logging.AddConfiguration(file.GetSection("Logging"));
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => hasStarted() && level >= LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => hasStarted() && level >= LogLevel.Warning);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = surroundings is { ErrorIsTerminal: true, AllowsColour: true } ? LoggerColorBehavior.Enabled : LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
