# The API and all commands: docker build -t flowgraph .
FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/FlowGraph.Server --configuration Release --output /app -p:RestoreLockedMode=true -p:ContinuousIntegrationBuild=true

# The runtime and a shell of a few megabytes, which the health check needs.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
# Nothing is written but to standard output and error, so the root file system may be read-only.
ENV DOTNET_EnableDiagnostics=0 \
    FLOWGRAPH_Urls=http://0.0.0.0:5080
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
EXPOSE 5080
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=3 \
  CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:5080/health/ready"]
ENTRYPOINT ["dotnet", "/app/flowgraph.dll"]
CMD ["serve"]
