# The API and all commands: docker build -t flowgraph .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/FlowGraph.Server --configuration Release --output /app -p:RestoreLockedMode=true \
 && mkdir -p /app/data && cp -r data/oil-for-troops /app/data/ && rm -rf /app/data/oil-for-troops/conversion

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Nothing is written but to standard output and error, so the root file system may be read-only.
ENV DOTNET_EnableDiagnostics=0 \
    FLOWGRAPH_Urls=http://0.0.0.0:5080
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
EXPOSE 5080
# The image has no curl; bash can speak HTTP well enough to read one status line.
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/5080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "/app/flowgraph.dll"]
CMD ["serve"]
