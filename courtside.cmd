@echo off
rem Courtside's commands on Windows: the same as ./courtside.
setlocal
set "HERE=%~dp0"
set "HOME_DIR=%HERE%target\courtside"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1 || (echo courtside: Java is missing. Install a JDK 17 or newer and set JAVA_HOME. 1>&2 & exit /b 1)

if "%1"=="" goto help
if "%1"=="help" goto help
if "%1"=="--help" goto help
if "%2"=="--help" goto explain
if "%1"=="test" goto test
if "%1"=="stop" goto start
if "%1"=="status" goto start
if "%1"=="doctor" goto start

where mvn >nul 2>&1 || (echo courtside: Maven is missing; it builds Courtside. 1>&2 & exit /b 1)
if not exist "%HOME_DIR%\ROOT.war" (
  echo Building Courtside, the first time takes a few minutes ...
  pushd "%HERE%"
  call mvn -q -B -ntp -DskipTests package || (popd & echo courtside: The build failed; the lines above say why. 1>&2 & exit /b 1)
  popd
)

:start
if not exist "%HOME_DIR%\ROOT.war" (echo Courtside is not built yet, so it does not run. & exit /b 0)
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m "-Dcourtside.home=%HOME_DIR%" -cp "%HOME_DIR%\engine\*" club.courtside.cli.Main %*
exit /b %errorlevel%

:test
pushd "%HERE%"
call mvn -B -ntp verify
set "RESULT=%errorlevel%"
popd
exit /b %RESULT%

:explain
type "%HERE%docs\commands\%1.txt" 2>nul || (echo courtside: there is no command '%1'; courtside help lists them all. 1>&2 & exit /b 2)
exit /b 0

:help
if not "%2"=="" (
  shift
  goto explain
)
type "%HERE%docs\commands.txt"
exit /b 0
